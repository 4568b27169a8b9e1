import type {Deb} from '../deb/readDeb';
import type {BusyboxRecipe, Suite} from '../recipe/types';
import {bytesOf, directory, file, type Tree} from '../tree/tree';
import {debOf, factsOf, type MadeTree} from './debLayer';
import type {Workshop} from './workshop';

/** BusyBox and a hard link for each applet, as experimental/busybox of distroless lays them out. */
export async function makeBusybox(recipe: BusyboxRecipe, workshop: Workshop): Promise<MadeTree> {
  const {bytes, deb} = await busyboxOf(recipe.suite, workshop);
  const tree: Tree = new Map([
    ['busybox', directory()],
    ['busybox/busybox', file(bytes, {mode: 0o755})],
  ]);
  for (const applet of appletsOf(bytes).filter((name) => name !== 'busybox')) {
    tree.set(`busybox/${applet}`, {...file('', {mode: 0o755}), type: 'link', target: 'busybox/busybox'});
  }
  return {tree, facts: factsOf(deb)};
}

/** The program of Debian's busybox-static. */
export async function busyboxOf(suite: Suite, workshop: Workshop): Promise<{bytes: Buffer; deb: Deb}> {
  const deb = await debOf(workshop, suite, 'busybox-static');
  const program = [...deb.files.keys()].find((path) => /(^|\/)bin\/busybox$/.test(path)) ?? 'bin/busybox';
  return {bytes: bytesOf(deb.files, program), deb};
}

/** BusyBox keeps the names of its applets as one run of NUL-terminated words that begins with "[" and "[[". */
export function appletsOf(program: Buffer): string[] {
  const start = program.indexOf('[\0[[\0');
  if (start < 0) throw new Error('busybox-static: no list of applets found in the program');
  return program
    .subarray(start, program.indexOf('\0\0', start))
    .toString('latin1')
    .split('\0')
    .filter(Boolean);
}
