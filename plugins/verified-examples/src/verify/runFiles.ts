import {chmod, mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';

/** A file, with its path relative to the folder that it is written to. */
export interface WrittenFile {
  path: string;
  bytes: string | Uint8Array;
  executable?: boolean;
}

/**
 * Writes files with exactly the rights that they have in a proof, whatever the umask is: 644, or 755 for what is executable
 * and for folders.
 */
export async function writeFilesExactly(folder: string, files: readonly WrittenFile[]): Promise<void> {
  for (const file of files) {
    const steps = file.path.split('/');
    for (let depth = 1; depth < steps.length; depth++) {
      const inside = path.join(folder, ...steps.slice(0, depth));
      await mkdir(inside, {recursive: true});
      await chmod(inside, 0o755);
    }
    const target = path.join(folder, file.path);
    await writeFile(target, file.bytes);
    await chmod(target, file.executable === true ? 0o755 : 0o644);
  }
}

/** @returns A folder of this run with the files that containers are given, each at its path in the archive of the example */
export async function writeRunFiles(folder: string, files: readonly WrittenFile[]): Promise<string> {
  await mkdir(folder, {recursive: true});
  const root = await mkdtemp(path.join(folder, 'mounts-'));
  await writeFilesExactly(root, files);
  return root;
}
