import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {revisionAddress} from '../../model';
import {publishCommand, type PublishCommand} from '../command';
import {readLedger} from '../readLedger';
import {writeStates} from '../states';
import {later, NOON, state, temporary} from './fixtures';

const OLD = state();
let siteDir: string;
let printed: string;
let warned: string;

beforeEach(() => {
  siteDir = temporary();
  writeStates(path.join(siteDir, '.generated/states'), [OLD]);
});

function run(given: Partial<PublishCommand> = {}): number {
  [printed, warned] = ['', ''];
  return publishCommand({
    siteDir,
    now: NOON,
    dry: 'no',
    requireHistory: false,
    why: undefined,
    moved: [],
    withdraw: [],
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
    ...given,
  });
}

describe('publish-revisions', () => {
  it('lists without writing, and as a check ends with 1', () => {
    expect(run({dry: 'list'})).toBe(0);
    expect(printed).toMatchInlineSnapshot(`
      "published  /x/hello@d641912cca65
      1 entry would be appended to ledger/.
      "
    `);
    expect(warned).toContain('Not compared with what main had');
    expect(run({dry: 'check'})).toBe(1);
    expect(existsSync(path.join(siteDir, 'ledger'))).toBe(false);
  });

  it('appends, and has nothing to do then', () => {
    expect(run()).toBe(0);
    expect(printed).toContain('Appended 1 entry to ledger/; commit it.');
    expect(run({dry: 'check'})).toBe(0);
    expect(printed).toBe('The ledger has all that the last build shows.\n');
  });

  it('withdraws the current revision of an address, without a build', () => {
    run();
    writeStates(path.join(siteDir, '.generated/states'), []);
    expect(run({withdraw: ['/x/hello'], why: 'wrong', now: later(1)})).toBe(0);
    expect(printed).toContain(`withdrawn  ${revisionAddress(OLD)}`);
    // What is withdrawn may go from the site.
    expect(run({dry: 'check', now: later(2)})).toBe(0);
    writeStates(path.join(siteDir, '.generated/states'), [OLD]);
    expect(() => run({now: later(2)})).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: Nothing is published:
        /x/hello@d641912cca65: it was withdrawn on 2026-11-30 (wrong), and /examples/hello shows it again. Change what it shows]
    `);
  });

  it('refuses to withdraw what was never published, and what was withdrawn', () => {
    run();
    run({withdraw: ['/x/hello'], why: 'wrong', now: later(1)});
    const withdraw = ['/x/hello', '/x/bye', `/x/bye@${'0'.repeat(12)}`];
    expect(() => run({withdraw, why: 'wrong', now: later(2)})).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: Nothing is withdrawn:
        /x/bye: /x/bye was not published before
        /x/bye@000000000000: /x/bye@000000000000 was not published before
        /x/hello@d641912cca65: /x/hello@d641912cca65 was withdrawn before]
    `);
  });

  it('leads an address to a page of the last build alone', () => {
    run();
    writeStates(path.join(siteDir, '.generated/states'), []);
    mkdirSync(path.join(siteDir, 'build'));
    writeFileSync(path.join(siteDir, 'build/examples.html'), '');
    const to = (page: string) => ({moved: [{address: '/x/hello', to: page}], now: later(1)});
    expect(() => run(to('/gone'))).toThrow('--moved /x/hello: the last build has no page /gone.');
    expect(run(to('/examples#all'))).toBe(0);
    expect(readLedger(path.join(siteDir, 'ledger')).entries.at(-1)).toMatchObject({to: '/examples#all'});
  });

  it('refuses where nothing can be compared, if it is to', () => {
    expect(() => run({requireHistory: true})).toThrow("it can't be compared with what main had");
  });
});
