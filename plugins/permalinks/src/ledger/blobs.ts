import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Folder of the contents, below that of the ledger. */
export const BLOBS = 'blobs';

/** @returns The SHA-256 of the bytes, in hex */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @returns Where the content with this SHA-256 lies, relative to the ledger */
export function blobPath(sha256: string): string {
  return path.posix.join(BLOBS, sha256.slice(0, 2), sha256.slice(2));
}

/**
 * @returns Its bytes
 * @throws Error when they are not those that the name says, or there is no such file
 */
export function readBlob(ledgerDir: string, sha256: string): Buffer {
  const bytes = readFileSync(path.join(ledgerDir, blobPath(sha256)));
  if (sha256Of(bytes) !== sha256)
    throw new Error(`${blobPath(sha256)} was changed: its SHA-256 is ${sha256Of(bytes)}`);
  return bytes;
}

/** Writes it in one step; the file has its bytes or is not there. */
export function writeBlob(ledgerDir: string, sha256: string, bytes: Uint8Array): void {
  const file = path.join(ledgerDir, blobPath(sha256));
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileAtomic.sync(file, Buffer.from(bytes));
}

/** @returns Every file below `blobs/`, relative to the ledger, in order; whatever its name is */
export function listBlobs(ledgerDir: string): string[] {
  const folder = path.join(ledgerDir, BLOBS);
  const found = readdirSync(folder, {recursive: true, withFileTypes: true});
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      path.relative(ledgerDir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
}

/** Removes what a publication that was interrupted left. */
export function removeBlob(ledgerDir: string, file: string): void {
  rmSync(path.join(ledgerDir, file));
}
