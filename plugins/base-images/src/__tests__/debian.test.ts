import {expect, it} from 'vitest';
import {appletsOf} from '../make/busybox';
import {installedPackages} from '../deb/status';

it('reads only installed packages out of the status of dpkg', () => {
  const status = `Package: apt
Status: install ok installed
Version: 3.0
Description: package manager
 Version: not this

Package: gone
Status: deinstall ok config-files
Version: 1
`;
  expect(installedPackages(status)).toEqual({apt: '3.0'});
});

it('takes a package that distroless describes without a status for an installed one', () => {
  expect(installedPackages('Package: base-files\nVersion: 13\n')).toEqual({'base-files': '13'});
  expect(installedPackages('Package: half\nStatus: install ok half-installed\nVersion: 1\n')).toEqual({});
});

it('finds the names of applets in a BusyBox program', () => {
  const program = Buffer.from('\x7fELF..usage [\0[[\0ash\0cat\0zcat\0\0\0rest');
  expect(appletsOf(program)).toEqual(['[', '[[', 'ash', 'cat', 'zcat']);
  expect(() => appletsOf(Buffer.from('no list'))).toThrowErrorMatchingInlineSnapshot(
    `[Error: busybox-static: no list of applets found in the program]`,
  );
});
