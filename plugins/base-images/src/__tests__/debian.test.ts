import {expect, it} from 'vitest';
import {appletsOf} from '../make/busybox';
import {installedPackages} from '../make/debianRoot';

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

it('finds the names of applets in a BusyBox program', () => {
  const program = Buffer.from('\x7fELF..usage [\0[[\0ash\0cat\0zcat\0\0\0rest');
  expect(appletsOf(program)).toEqual(['[', '[[', 'ash', 'cat', 'zcat']);
  expect(() => appletsOf(Buffer.from('no list'))).toThrowErrorMatchingInlineSnapshot(
    `[Error: busybox-static: no list of applets found in the program]`,
  );
});
