import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {parseInstalled} from '../apk/database';
import {ownedTree} from '../make/alpineOwned';

const hash = (text: string) => createHash('sha1').update(text).digest('base64');

const PACKAGES = parseInstalled(`P:tool
V:1.0-r1
F:etc
R:motd
Z:Q1${hash('welcome\n')}
R:shadow
a:0:42:640
Z:Q1${hash('root::::\n')}
F:usr/bin
R:sh
a:0:0:777
Z:Q1${hash('/bin/busybox')}
`);

let disk: string;
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'bases-'));
  for (const folder of ['etc', 'usr/bin']) mkdirSync(join(disk, folder), {recursive: true});
  writeFileSync(join(disk, 'etc/motd'), 'welcome\n');
  writeFileSync(join(disk, 'etc/shadow'), 'root:*:::\nguest:!:::\n');
  symlinkSync('/bin/busybox', join(disk, 'usr/bin/sh'));
});
afterEach(() => {
  rmSync(disk, {recursive: true});
});

const owned = (reset: Parameters<typeof ownedTree>[2] = {reset: [], dropUsers: ['guest']}) =>
  ownedTree(disk, PACKAGES, reset);

describe('the files of Alpine packages', () => {
  it('have the bytes, owners and modes that the database records', async () => {
    const tree = await owned();
    expect([...tree.keys()]).toEqual(['etc', 'etc/motd', 'etc/shadow', 'usr/bin', 'usr/bin/sh']);
    expect(tree.get('etc/shadow')).toMatchObject({mode: 0o640, gid: 42, content: Buffer.from('root::::\n')});
    expect(tree.get('usr/bin/sh')).toMatchObject({type: 'symlink', mode: 0o777, target: '/bin/busybox'});
  });

  it('are refused when they are not what the database records, all of them at once', async () => {
    writeFileSync(join(disk, 'etc/motd'), 'Welcome\n');
    rmSync(join(disk, 'usr/bin/sh'));
    symlinkSync('/bin/dash', join(disk, 'usr/bin/sh'));
    await expect(owned()).rejects.toThrow(
      'Alpine: these files differ from what the package database records: etc/motd, usr/bin/sh',
    );
  });

  it('are refused when one is missing', async () => {
    rmSync(join(disk, 'etc/motd'));
    await expect(owned()).rejects.toThrow(`ENOENT: no such file or directory, lstat '${disk}/etc/motd'`);
  });

  it('are taken from the repairs where there is one, which is held to the record too', async () => {
    writeFileSync(join(disk, 'etc/motd'), 'changed by the first boot\n');
    const repaired = (text: string) =>
      owned({reset: [{path: 'etc/motd', type: 'file', text}], dropUsers: ['guest']});
    expect((await repaired('welcome\n')).get('etc/motd')?.content).toEqual(Buffer.from('welcome\n'));
    await expect(repaired('bye\n')).rejects.toThrow(/records: etc\/motd$/);
  });
});
