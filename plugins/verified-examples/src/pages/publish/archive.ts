import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {zipSync, type Zippable} from 'fflate';
import type {Example} from '../../example/collect/example';
import type {SourceFile} from '../../example/collect/files';
import {CONTEXT, labFile, mountedFiles, RUNS} from '../../example/commands/files';
import {runFiles} from '../reproduce/runFile';

const UNIX = 3;

/** Script of the archive that repeats its runs. */
export const REPRODUCE = 'reproduce.sh';

/** A file of an archive. */
export interface Packed {
  path: string;
  bytes: Uint8Array;
  executable: boolean;
}

/** Every card of an example links to its archive, and asks for its size and sum. */
const made = new WeakMap<Example, Uint8Array>();

/**
 * The archive of an example as a ZIP: its build context, what its runs mount, the lab they need, and the script that repeats
 * them, each at the path that the commands on its page name. Equal files give equal bytes.
 */
export function zipOf(example: Example): Uint8Array {
  const zip = made.get(example) ?? pack(packedFiles(example));
  made.set(example, zip);
  return zip;
}

/** The lab alone. */
export function zipOfLab(lab: readonly SourceFile[]): Uint8Array {
  return pack(lab.map((file) => ({...file, path: `lab/${file.path}`})));
}

/** The files of an example's archive, each path once. */
export function packedFiles(example: Example): Packed[] {
  const {context, lab, manifest} = example;
  const given = manifest.scenarios.flatMap((scenario) => [
    ...mountedFiles(scenario, context),
    ...(scenario.network === 'lab' ? [labFile(scenario)] : []),
  ]);
  const files = [
    ...context.map(({path: file, bytes, executable}) => ({path: `${CONTEXT}/${file}`, bytes, executable})),
    ...given.filter((file) => file.path.startsWith(`${RUNS}/`)).map((file) => plain(file.path, file.bytes)),
    ...runFiles(example).map(({path: file, text}) => plain(file, text)),
    ...lab.map(({path: file, bytes, executable}) => ({path: `lab/${file}`, bytes, executable})),
    {path: REPRODUCE, bytes: reproduceScript(), executable: true},
  ];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** The script, the same in every archive. */
export function reproduceScript(): Uint8Array {
  return readFileSync(path.join(__dirname, '../reproduce', REPRODUCE));
}

function plain(file: string, bytes: string | Uint8Array): Packed {
  return {path: file, bytes: Buffer.from(bytes), executable: false};
}

/** A ZIP. Equal files give equal bytes, which the ledger of published revisions counts on: what changes them breaks it. */
export function pack(files: readonly Packed[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files) {
    const mode = file.executable ? 0o100755 : 0o100644;
    entries[file.path] = [new Uint8Array(file.bytes), {mtime: dateOf(file), os: UNIX, attrs: mode * 0x10000}];
  }
  return zipSync(entries, {level: 9});
}

/**
 * A date made from the bytes. BuildKit takes a file of a context for one that it has when path, size and date are the same
 * (tonistiigi/fsutil `diff_containerd.go`, sameFile), also of another folder of the same name: with one date for all, the
 * second archive that a reader builds would be built with files of the first. At noon, so that no time zone moves it.
 */
function dateOf({path: file, bytes}: Packed): Date {
  const hash = createHash('sha256').update(file).update('\0').update(bytes).digest();
  const pick = (at: number, below: number) => hash.readUInt16BE(at) % below;
  return new Date(2000 + pick(0, 20), pick(2, 12), 1 + pick(4, 28), 12, pick(6, 60), 2 * pick(8, 30));
}
