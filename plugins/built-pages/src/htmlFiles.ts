import {readdirSync} from 'node:fs';

/** @returns Paths of all pages of a built site, relative to it, in order */
export function htmlFiles(outDir: string): string[] {
  return readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html'))
    .sort();
}
