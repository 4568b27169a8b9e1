import {describe, expect, it} from 'vitest';
import {cutInstalled, cutTriggers, parseInstalled, printInstalled} from '../apk/database';

const DATABASE = `C:Q1aaaa=
P:layout
V:3.7-r0
D:/bin/sh
F:
F:etc
R:shadow
a:0:42:640
Z:Q1c2hhZG93
R:motd
Z:Q1bW90ZA==
F:tmp
M:0:0:1777

C:Q1bbbb=
P:tool
V:1.0-r1
p:cmd:tool=1.0-r1
F:usr
F:usr/bin
R:tool
a:0:0:755
Z:Q1dG9vbA==

`;

describe('parseInstalled', () => {
  it('gives every path its owner, mode and hash', () => {
    const [layout] = parseInstalled(DATABASE);
    expect(layout).toMatchObject({
      name: 'layout',
      version: '3.7-r0',
      checksum: 'Q1aaaa=',
      depends: '/bin/sh',
    });
    expect(layout?.paths).toEqual([
      {path: 'etc', kind: 'directory', mode: 0o755, uid: 0, gid: 0, sha1: null},
      {path: 'etc/shadow', kind: 'file', mode: 0o640, uid: 0, gid: 42, sha1: 'c2hhZG93'},
      {path: 'etc/motd', kind: 'file', mode: 0o644, uid: 0, gid: 0, sha1: 'bW90ZA=='},
      {path: 'tmp', kind: 'directory', mode: 0o1777, uid: 0, gid: 0, sha1: null},
    ]);
  });
});

describe('cutting the database', () => {
  const packages = parseInstalled(DATABASE);

  it('gives back the very same text when nothing is cut', () => {
    expect(printInstalled(cutInstalled(packages, ['tool', 'layout']))).toBe(DATABASE);
  });

  it('keeps only what was asked for', () => {
    const text = printInstalled(cutInstalled(packages, ['tool']));
    expect(text).toContain('P:tool\n');
    expect(text).not.toContain('layout');
  });

  it('names every package that is not there', () => {
    expect(() => cutInstalled(packages, ['tool', 'gcc', 'git'])).toThrowErrorMatchingInlineSnapshot(
      `[Error: Alpine's package database does not have gcc, git]`,
    );
  });

  it('keeps the triggers of the packages that stay', () => {
    const triggers = 'Q1aaaa= /bin /sbin\nQ1bbbb= /usr/share\n';
    expect(cutTriggers(triggers, cutInstalled(packages, ['tool']))).toBe('Q1bbbb= /usr/share\n');
  });
});
