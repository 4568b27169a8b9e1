import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {ROOT} from '../dependencies.mjs';

let folder: string;
const at = (...names: readonly string[]) => path.join(folder, ...names);
const git = (...args: readonly string[]) =>
  execFileSync('git', args, {cwd: at('clone'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
const propose = () =>
  spawnSync(process.execPath, [path.join(ROOT, 'scripts/propose.mjs')], {
    cwd: at('clone'),
    encoding: 'utf8',
    env: {...process.env, PATH: `${at('bin')}:${process.env.PATH ?? ''}`},
  });

/** A clone of a repository with one pin and one receipt, and a `gh` that writes down how it was called. */
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-propose-'));
  for (const name of ['bin', 'clone/examples', 'clone/plugins/base-images'])
    mkdirSync(at(name), {recursive: true});
  writeFileSync(at('bin/gh'), `#!/bin/sh\necho "$*" >> ${at('gh.log')}\n`);
  chmodSync(at('bin/gh'), 0o755);
  execFileSync('git', ['init', '--bare', '--quiet', at('origin')]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', at('origin'));
  writeFileSync(at('clone/plugins/base-images/pins.json'), '{}\n');
  writeFileSync(at('clone/examples/receipt.json'), '{}\n');
  git('add', '--all');
  git('-c', 'user.name=n', '-c', 'user.email=n@example.org', 'commit', '--quiet', '--message', 'First');
});

afterEach(() => {
  rmSync(folder, {recursive: true});
});

it('proposes changed pins and receipts, and nothing else', () => {
  writeFileSync(at('clone/plugins/base-images/pins.json'), '{"moved": true}\n');
  writeFileSync(at('clone/examples/new.json'), '{}\n');
  writeFileSync(at('clone/verify.xml'), 'a report');
  expect(propose()).toMatchObject({status: 0});
  const branch = `upstream/${new Date().toISOString().slice(0, 10)}`;
  expect(git('ls-remote', '--heads', 'origin')).toMatch(new RegExp(`\trefs/heads/${branch}\n$`));
  expect(git('log', '-1', '--format=%an: %s', '--name-only', `origin/${branch}`)).toBe(
    'github-actions[bot]: Prove the examples against the bases of today\n\nexamples/new.json\nplugins/base-images/pins.json\n',
  );
  expect(readFileSync(at('gh.log'), 'utf8')).toBe('pr create --fill\n');
});

it('does nothing when neither a pin nor a receipt changed', () => {
  writeFileSync(at('clone/verify.xml'), 'a report');
  expect(propose()).toMatchObject({status: 0, stdout: '\n▸ No pin and no receipt has changed\n'});
  expect(git('branch', '--show-current')).toBe('main\n');
  expect(git('ls-remote', '--heads', 'origin')).toBe('');
});

it('fails when the branch cannot be pushed', () => {
  writeFileSync(at('clone/examples/new.json'), '{}\n');
  git('remote', 'set-url', 'origin', at('gone'));
  const {status, stderr} = propose();
  expect(status).toBe(1);
  expect(stderr).toMatch(/git push --set-upstream origin HEAD: failed; see above\.\n$/);
});
