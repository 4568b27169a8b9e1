import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Problem} from '../../../verified-examples/src/problems';

/** Folders of tools and of other people's code. */
const SKIPPED = new Set(['.git', 'node_modules', 'vendor']);

const NAME = /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.(?:Dockerfile|Containerfile)$/i;

/** A Dockerfile of a reader. */
export interface Read {
  /** As its path was given, with `/`. */
  file: string;
  text: string;
}

/**
 * Reads the Dockerfiles under some paths. A path that is a file is read whatever its name is. Links below a folder are not
 * followed.
 *
 * @returns With all that could not be read
 */
export function readDockerfiles(paths: readonly string[]): {files: Read[]; problems: Problem[]} {
  const files = new Map<string, Read>();
  const problems: Problem[] = [];
  const attempt = (file: string, read: () => void) => {
    try {
      read();
    } catch (error) {
      problems.push({file, message: reasonOf(error)});
    }
  };
  const take = (file: string) => {
    attempt(file, () => {
      const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(readFileSync(file));
      files.set(path.resolve(file), {file: file.split(path.sep).join('/'), text});
    });
  };
  const walk = (folder: string) => {
    attempt(folder, () => {
      const entries = readdirSync(folder, {withFileTypes: true});
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const below = path.join(folder, entry.name);
        if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(below);
        else if (entry.isFile() && isDockerfileName(entry.name)) take(below);
      }
    });
  };
  for (const given of paths)
    attempt(given, () => {
      if (statSync(given).isDirectory()) walk(given);
      else take(given);
    });
  return {files: [...files.values()], problems};
}

/** @returns Whether a file of this name is taken for a Dockerfile */
export function isDockerfileName(name: string): boolean {
  return NAME.test(name) && !name.endsWith('.dockerignore');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return messageOf(error);
  if (error.code === 'ENOENT') return 'there is no such file or folder';
  return error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not text in UTF-8' : error.message;
}
