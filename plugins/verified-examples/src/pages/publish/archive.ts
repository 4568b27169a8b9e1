import {zipSync, type Zippable} from 'fflate';
import type {Example} from '../../example/collect/example';

/** ZIP can't say "no date"; this is the first day it can say. */
const NO_DATE = new Date(1980, 0, 1);
const UNIX = 3;

/** Every card of an example links to its archive, and asks for its size and sum. */
const made = new WeakMap<Example, Uint8Array>();

/**
 * The complete build context of an example as a ZIP with one folder. Equal files give equal bytes.
 *
 * @returns The archive; unpacked, `docker build .` in its folder builds the example
 */
export function zipOf(example: Example): Uint8Array {
  const zip = made.get(example) ?? pack(example);
  made.set(example, zip);
  return zip;
}

function pack({id, context}: Example): Uint8Array {
  const entries: Zippable = {};
  for (const file of context) {
    const mode = file.executable ? 0o100755 : 0o100644;
    entries[`${id}/${file.path}`] = [
      new Uint8Array(file.bytes),
      {mtime: NO_DATE, os: UNIX, attrs: mode * 0x10000},
    ];
  }
  return zipSync(entries, {level: 9});
}
