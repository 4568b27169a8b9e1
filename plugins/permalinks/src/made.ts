import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** A file of the built site that no page of Docusaurus is. */
export interface Made {
  /** Site path, for example `/feed.atom`. */
  path: string;
  bytes: string | Uint8Array;
}

/**
 * Writes files into the built site.
 *
 * @throws Error when one is there already: two things would have one address
 */
export function writeMade(outDir: string, files: readonly Made[]): void {
  for (const {path: sitePath, bytes} of files) {
    const file = path.join(outDir, sitePath);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, bytes, {flag: 'wx'});
  }
}
