import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {ROOT} from '../dependencies.mjs';

let folder: string;
const at = (...names: readonly string[]) => path.join(folder, ...names);
const git = (...args: readonly string[]) =>
  execFileSync('git', args, {cwd: at('clone'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
const as = ['-c', 'user.name=n', '-c', 'user.email=n@example.org'];
const commitLedger = () =>
  spawnSync(process.execPath, [path.join(ROOT, 'scripts/commitLedger.mjs')], {
    cwd: at('clone'),
    encoding: 'utf8',
  });

/** A clone of a repository with a ledger of one line. */
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-ledger-'));
  mkdirSync(at('clone/ledger'), {recursive: true});
  execFileSync('git', ['init', '--bare', '--quiet', at('origin')]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', at('origin'));
  writeFileSync(at('clone/ledger/published.ndjson'), '{}\n');
  git('add', '--all');
  git(...as, 'commit', '--quiet', '--message', 'First');
  git('push', '--quiet', 'origin', 'main');
});

afterEach(() => {
  rmSync(folder, {recursive: true});
});

it('commits the ledger to main, and nothing else', () => {
  writeFileSync(at('clone/ledger/published.ndjson'), '{}\n{}\n');
  mkdirSync(at('clone/ledger/blobs/00'), {recursive: true});
  writeFileSync(at('clone/ledger/blobs/00/1'), 'content');
  writeFileSync(at('clone/other'), 'a report');
  git('add', 'other');
  expect(commitLedger()).toMatchObject({status: 0});
  git('fetch', '--quiet', 'origin');
  expect(git('log', '-1', '--format=%an: %s', '--name-only', 'origin/main')).toBe(
    'github-actions[bot]: Publish revisions\n\nledger/blobs/00/1\nledger/published.ndjson\n',
  );
});

it('does nothing when nothing was published', () => {
  expect(commitLedger()).toMatchObject({status: 0, stdout: '\n▸ Nothing was published\n'});
  expect(git('log', '--format=%s')).toBe('First\n');
});

it('fails when main has moved on', () => {
  git(...as, 'commit', '--quiet', '--allow-empty', '--message', 'Second');
  git('push', '--quiet', 'origin', 'main');
  git('reset', '--quiet', '--hard', 'HEAD^');
  writeFileSync(at('clone/ledger/published.ndjson'), '{}\n{}\n');
  const {status, stderr} = commitLedger();
  expect(status).toBe(1);
  expect(stderr).toMatch(/git push origin HEAD:refs\/heads\/main: failed; see above\.\n$/);
});
