import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {packedFiles, reproduceScript} from '../../publish/archive';

const found = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const SHELLS = [
  ['sh', ['sh']],
  ['dash', ['dash']],
  ['bash', ['bash', '--posix']],
  ['busybox', ['busybox', 'ash']],
] as const;

/** An engine that prints what is written in `says`, so that outcomes can be other than they are. */
const STAND_IN = `#!/bin/sh
case "$1 $2" in
  '--version ') echo 'Docker version 99' ;;
  'version '*) exit 0 ;;
  'container inspect') [ -f exists ] && exit 0; exit 1 ;;
  'build '*) [ ! -f broken ] || { echo 'go: no' >&2; exit 1; } ;;
  'run '*) cat says; [ ! -f errs ] || cat errs >&2; exit "$(cat code)" ;;
  'ps '*) [ ! -f left ] || cat left ;;
  'rm -f') rm -f left; echo "$3" >>removed ;;
esac
exit 0
`;

let folder: string;
beforeAll(() => {
  const example = only(hello({'examples/hello/example.yaml': `${MANIFEST}      stderr: {exact: ''}\n`}));
  folder = mkdtempSync(path.join(os.tmpdir(), 'reproduce-'));
  for (const {path: name, bytes} of packedFiles(example)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    writeFileSync(path.join(folder, name), bytes);
  }
  const engine = path.join(folder, 'engine');
  writeFileSync(engine, STAND_IN);
  chmodSync(engine, 0o755);
});

afterAll(() => {
  rmSync(folder, {recursive: true});
});

function reproduce(
  shell: readonly [string, ...string[]],
  {says = 'hello\n', code = '0'} = {},
  ...args: string[]
) {
  writeFileSync(path.join(folder, 'says'), says);
  writeFileSync(path.join(folder, 'code'), code);
  const [command, ...before] = shell;
  return spawnSync(command, [...before, 'reproduce.sh', '--engine', './engine', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

describe.each(SHELLS.filter(([name]) => found(name)))('reproduce.sh in %s', (_, shell) => {
  it('ends with 0 when everything comes out as recorded', () => {
    const {status, stdout} = reproduce(shell);
    expect(stdout).toMatch(/same +greets +current\n/);
    expect(stdout).toContain('2 of 2 runs reproduced; 0 outputs to compare by eye\n');
    expect(status).toBe(0);
  });

  it('ends with 1 and shows the difference', () => {
    const {status, stdout} = reproduce(shell, {says: 'goodbye\n', code: '4'});
    expect(stdout).toMatch(/DIFFERS +greets +current\n/);
    expect(stdout).toContain('exit code 4, not 0');
    expect(stdout).toMatch(/< hello\n[^]*> goodbye\n/);
    expect(stdout).toContain('1 of 2 runs reproduced');
    expect(status).toBe(1);
  });

  it('takes what the engine warns of at first for no word of the program, and no other warning', () => {
    const errs = path.join(folder, 'errs');
    const engine =
      'WARNING: The requested image\'s platform (linux/arm64) does not match\ntime="now" level=warning\n';
    writeFileSync(errs, `${engine}WARNING: DATA RACE\ntime="then" level=info\n`);
    const {stdout} = reproduce(shell);
    rmSync(errs);
    expect(stdout).toMatch(/> WARNING: DATA RACE\n *> time="then" level=info\n/);
    expect(stdout).not.toContain('requested image');
    expect(stdout).not.toContain('time="now"');
  });

  it('ends with 3 where nothing can be run', () => {
    expect(reproduce(shell, {}, '--scenario', 'gone')).toMatchObject({
      status: 3,
      stderr: 'No run has these names; see --list.\n',
    });
    expect(reproduce(shell, {}, '--wrong').status).toBe(3);
    expect(reproduce(shell, {}, '--engine', 'no-such-engine').status).toBe(3);
  });

  it('leaves a slow build out, and says how it is asked for', () => {
    const build = path.join(folder, 'runs/build/current.sh');
    const text = readFileSync(build, 'utf8');
    writeFileSync(build, `# slow\n${text}`);
    const [all, named] = [reproduce(shell), reproduce(shell, {}, '--variant', 'current')];
    writeFileSync(build, text);
    expect(all.stdout).toBe('left out as slow: sh reproduce.sh --variant current\n');
    expect(all.status).toBe(3);
    expect(named.stdout).toContain('2 of 2 runs reproduced');
  });

  it('lists what can be repeated', () => {
    expect(reproduce(shell, {}, '--list').stdout).toBe('build\tcurrent\ngreets\tcurrent\n');
  });
});

it("touches no container that is not the script's", () => {
  writeFileSync(path.join(folder, 'exists'), '');
  try {
    expect(reproduce(['sh'])).toMatchObject({
      status: 3,
      stderr: "There is a container named app, which is not this script's. Rename or remove it.\n",
    });
  } finally {
    rmSync(path.join(folder, 'exists'));
  }
});

it('a build that fails is what differs, and nothing runs on it', () => {
  writeFileSync(path.join(folder, 'broken'), '');
  try {
    const {status, stdout} = reproduce(['sh']);
    expect(stdout.match(/DIFFERS/g)).toHaveLength(2);
    expect(stdout.match(/go: no/g)).toHaveLength(1);
    expect(stdout).toContain('the image is not built, see above');
    expect(status).toBe(1);
  } finally {
    rmSync(path.join(folder, 'broken'));
  }
});

it('is short, and clean to shellcheck', () => {
  const text = Buffer.from(reproduceScript()).toString('utf8');
  expect(text.split('\n').length).toBeLessThan(200);
  if (!found('shellcheck')) return;
  const {status, stdout} = spawnSync('shellcheck', ['-s', 'sh', '-'], {input: text, encoding: 'utf8'});
  expect([status, stdout]).toEqual([0, '']);
});

it('removes what a killed run of it left, which has its label', () => {
  writeFileSync(path.join(folder, 'left'), 'c0ffee\n');
  expect(reproduce(['sh']).status).toBe(0);
  expect(readFileSync(path.join(folder, 'removed'), 'utf8')).toBe('c0ffee\n');
});
