import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Example} from '../../example/collect/example';
import type {Addresses} from './addresses';
import {labOf} from '../views/context';
import {reproduceScript, zipOf, zipOfLab} from './archive';

/** Folder of generated static files, relative to the site; the configuration names it in staticDirectories. */
export const STATIC_FOLDER = '.generated/static';

/** Writes raw files and archives where both the development server and a build serve them from. */
export function writeStaticFiles(siteDir: string, examples: readonly Example[], addresses: Addresses): void {
  const root = path.join(siteDir, STATIC_FOLDER);
  rmSync(root, {recursive: true, force: true});
  mkdirSync(root, {recursive: true});
  for (const example of examples) {
    write(root, addresses.zip(example.id), zipOf(example));
    write(root, addresses.reproduce(example.id), reproduceScript());
    for (const file of example.context) write(root, addresses.raw(example.id, file.path), file.bytes);
  }
  const lab = labOf(examples);
  if (lab.length > 0) write(root, addresses.labZip, zipOfLab(lab));
  for (const file of lab) write(root, addresses.labRaw(file.path), file.bytes);
}

function write(root: string, address: string, bytes: Uint8Array): void {
  const file = path.join(root, address);
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, bytes);
}
