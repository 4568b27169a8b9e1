import {execa} from 'execa';
import {readTar} from '../tree/readTar';
import {bytesOf, type Tree} from '../tree/tree';

export interface Deb {
  name: string;
  version: string;
  /** Text of the control file. */
  control: string;
  /** Text of md5sums, if the package has one. */
  md5sums: string | null;
  files: Tree;
}

/** Reads a .deb completely, without unpacking it on disk and without running its scripts. */
export async function readDeb(path: string, signal: AbortSignal): Promise<Deb> {
  const [files, info] = await Promise.all([
    tarOf(path, '--fsys-tarfile', signal),
    tarOf(path, '--ctrl-tarfile', signal),
  ]);
  const control = bytesOf(info, 'control').toString();
  return {
    name: field(control, 'Package'),
    version: field(control, 'Version'),
    control,
    md5sums: info.has('md5sums') ? bytesOf(info, 'md5sums').toString() : null,
    files,
  };
}

async function tarOf(path: string, which: string, signal: AbortSignal): Promise<Tree> {
  const child = execa('dpkg-deb', [which, path], {cancelSignal: signal, buffer: false, stdin: 'ignore'});
  const [tree] = await Promise.all([readTar(child.stdout), child]);
  return tree;
}

function field(control: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(control)?.[1] ?? '';
}
