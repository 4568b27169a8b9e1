import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {whyNoArm64} from '../installEmulation';
import {localBases} from '../podman/localBases';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
afterAll(() => {
  rmSync(scratch, {recursive: true});
});

describe.skipIf(process.platform !== 'linux' || process.arch === 'arm64')('programs of AArch64', () => {
  /** As the kernel writes an entry of binfmt_misc. */
  const entry = (status: string, flags: string, machine = 'b7') =>
    `${status}\ninterpreter /usr/bin/qemu\nflags: ${flags}\noffset 0\nmagic 7f454c460201010000000000000000000200${machine}00\nmask ff\n`;
  let folders = 0;
  function registry(entries: Readonly<Record<string, string>>): string {
    const folder = join(scratch, String(folders++));
    mkdirSync(folder);
    for (const [name, text] of Object.entries({...entries, register: '', status: 'enabled\n'}))
      writeFileSync(join(folder, name), text);
    return folder;
  }

  test.each([
    ['run with any name and more flags', {arm: entry('enabled', 'POF')}, undefined],
    [
      'do not without a registration',
      {'qemu-s390x': entry('enabled', 'POF', '16')},
      'nothing is registered for programs of AArch64',
    ],
    ['do not when it is switched off', {arm: entry('disabled', 'F')}, 'nothing is registered'],
    ['do not in containers without the flag F', {arm: entry('enabled', 'PO')}, 'without the flag F'],
  ])('%s', (_, entries, reason) => {
    const found = whyNoArm64(registry(entries));
    if (reason === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(reason);
  });

  test('do not where nothing is mounted', () => {
    expect(whyNoArm64(join(scratch, 'none'))).toBe('binfmt_misc is not mounted');
  });
});

describe.skipIf(process.platform === 'win32')('bases of a Podman build', () => {
  const id = 'a'.repeat(64);
  const image = JSON.stringify({
    Id: id,
    Os: 'linux',
    Architecture: 'amd64',
    RootFS: {Layers: []},
    Config: {},
  });
  const file = join(scratch, 'podman');
  writeFileSync(
    file,
    `#!/bin/sh
case "$*" in
  *localhost/here:1) echo '${image}' ;;
  *) echo "Error: inspecting object: $*: image not known" >&2; exit 125 ;;
esac
`,
  );
  chmodSync(file, 0o755);
  const cli = {prefix: [file], env: {}};
  const bases = {
    'golang:1.27': 'localhost/here:1',
    gone: 'localhost/gone:1',
    pulled: 'golang:1.27@sha256:1',
    mirrored: 'localhost:5000/golang:1.27@sha256:1',
  };

  test('are by id for another platform, if this store has them, and by name for this one', async () => {
    const platform = 'linux/arm64';
    expect(await localBases(cli, {bases, platform}, 'linux/amd64')).toEqual({...bases, 'golang:1.27': id});
    expect(await localBases(cli, {bases, platform}, platform)).toBe(bases);
  });
});
