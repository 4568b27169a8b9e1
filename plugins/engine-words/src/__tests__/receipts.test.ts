import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {compare} from '../run/command';
import {ENGINES} from '../engines';
import {Receipt} from '../model';
import {RECEIPTS, readReceipt, readWords, receiptFile, seal, wordsOf} from '../receipts';

const [engine] = ENGINES;
if (engine === undefined) throw new Error('there is no engine');
const receipt = readReceipt(process.cwd(), engine.id);

let site = '';
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'engine-words-'));
  cpSync(join(process.cwd(), RECEIPTS), join(site, RECEIPTS), {recursive: true});
});
afterEach(() => {
  rmSync(site, {recursive: true});
});

function write(changed: unknown): void {
  writeFileSync(join(site, receiptFile(engine?.id ?? '')), JSON.stringify(changed));
}

it('has a fresh receipt of every engine', () => {
  const {words, problems} = readWords(site);
  expect(problems).toEqual([]);
  expect(new Set(words.map((one) => one.engine.id)).size).toBe(ENGINES.length);
});

it('refuses a receipt that is missing, and one of no engine', () => {
  rmSync(join(site, receiptFile(engine.id)));
  writeFileSync(join(site, RECEIPTS, 'other.json'), '{}');
  expect(readWords(site).problems).toMatchSnapshot();
});

it('refuses a receipt that was changed by hand, stale, or incomplete', () => {
  const [first = ''] = Object.keys(receipt.cases);
  const rest = Receipt.omit({seal: true}).parse(JSON.parse(JSON.stringify({...receipt, seal: undefined})));
  const cases = Object.fromEntries(Object.entries(receipt.cases).filter(([name]) => name !== first));
  const changes: unknown[] = [
    {...receipt, date: '2020-01-01'},
    seal({...rest, key: `sha256:${'0'.repeat(64)}`}),
    seal({...rest, cases}),
    {...receipt, more: 1},
  ];
  const problems = changes.map((changed) => {
    write(changed);
    return readWords(site).problems;
  });
  expect(problems).toMatchSnapshot();
});

it('is written with a seal that its own words give', () => {
  const text: unknown = JSON.parse(readFileSync(join(site, receiptFile(engine.id)), 'utf8'));
  const {seal: sealed, ...rest} = Receipt.parse(text);
  expect(seal(rest).seal).toBe(sealed);
  expect(wordsOf(engine, receipt).length).toBe(Object.keys(receipt.cases).length);
});

it('tells each value in which a second run differs', () => {
  const [name = '', words] = Object.entries(receipt.cases)[0] ?? [];
  if (words === undefined) throw new Error('there is no case');
  const again = {...receipt, date: '2031-02-03', cases: {...receipt.cases, [name]: {...words, exit: 9}}};
  expect(compare(receipt, {...receipt, date: '2031-02-03'})).toEqual([]);
  expect(compare(receipt, again)).toEqual([`cases.${name}.exit: recorded ${words.exit}, now 9`]);
});
