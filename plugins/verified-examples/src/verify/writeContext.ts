import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {SourceFile} from '../example/collect/files';

/**
 * Writes a build context from the very bytes that were hashed, so that a file edited meanwhile can't be proved
 * under another file's key.
 */
export async function writeContext(files: readonly SourceFile[], folder: string): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), {recursive: true});
    await writeFile(target, file.bytes, {mode: file.executable ? 0o755 : 0o644});
  }
}
