import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {ownIdentity} from '../identity';
import {processStartTime} from '../process/procfs';
import {makeRunFolder, sweepRunFolders} from '../runFolders';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
afterAll(() => {
  rmSync(scratch, {recursive: true});
});

test('folders of runs that are over are swept, and nothing else', () => {
  const {machine, pid} = ownIdentity();
  const parent = `${machine}-${process.ppid}-${processStartTime(process.ppid) ?? ''}`;
  const own = makeRunFolder(scratch);
  const dead = `cgo-field-guide-${machine}-${pid}-1-abcdef`;
  const others = [
    `cgo-field-guide-${parent}-abcdef`,
    `cgo-field-guide-00000000-${pid}-1-abcdef`,
    'cgo-field-guide-site-x',
  ];
  for (const name of [dead, ...others]) mkdirSync(join(scratch, name, 'inside'), {recursive: true});
  expect(sweepRunFolders(scratch)).toEqual([dead]);
  expect(readdirSync(scratch).sort()).toEqual([basename(own), ...others].sort());
  expect(existsSync(own)).toBe(true);
});
