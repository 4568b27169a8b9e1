import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {KINDS, type State} from '../model';
import {sha256Of} from './blobs';

const INDEX = 'index.json';
const VERSION = 1;

const sha256 = z.string();
const schema = z.strictObject({
  version: z.literal(VERSION),
  states: z.array(
    z.strictObject({
      kind: z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]),
      id: z.string(),
      key: z.string(),
      title: z.string(),
      page: z.string(),
      example: z.string().nullable(),
      provedAt: z.string(),
      files: z.array(z.strictObject({path: z.string(), sha256})),
      archives: z.array(
        z.strictObject({
          path: z.string(),
          files: z.array(z.strictObject({path: z.string(), sha256, executable: z.boolean()})),
        }),
      ),
    }),
  ),
});

/**
 * Keeps what a build shows for the command that publishes it: contents by their SHA-256, and an index. They are put together
 * beside the folder, which is replaced when they are whole.
 *
 * @param dir - Replaced with all that is in it
 */
export function writeStates(dir: string, states: readonly State[]): void {
  const fresh = `${dir}.${process.pid}`;
  rmSync(fresh, {recursive: true, force: true});
  mkdirSync(fresh, {recursive: true});
  const written = new Set<string>();
  const keep = (bytes: Uint8Array): string => {
    const name = sha256Of(bytes);
    if (!written.has(name)) writeFileSync(path.join(fresh, name), bytes);
    written.add(name);
    return name;
  };
  const index = states.map((state) => ({
    ...state,
    files: state.files.map(({path: at, bytes}) => ({path: at, sha256: keep(bytes)})),
    archives: state.archives.map(({path: at, files}) => ({
      path: at,
      files: files.map(({path: inner, bytes, executable}) => ({
        path: inner,
        sha256: keep(bytes),
        executable,
      })),
    })),
  }));
  writeFileSync(path.join(fresh, INDEX), `${JSON.stringify({version: VERSION, states: index}, null, 1)}\n`);
  rmSync(dir, {recursive: true, force: true});
  renameSync(fresh, dir);
}

/**
 * @returns What the last build showed
 * @throws Error when there was none, or a file is missing or is not what the index says
 */
export function readStates(dir: string): State[] {
  const index = path.join(dir, INDEX);
  if (!existsSync(index))
    throw new Error(`${index}: there is none. npm run build writes what the site shows.`);
  const states = parseIndex(index, readFileSync(index, 'utf8'));
  const refused: string[] = [];
  const bytesOf = (name: string): Uint8Array => {
    const file = path.join(dir, name);
    const bytes = existsSync(file) ? readFileSync(file) : undefined;
    if (bytes !== undefined && sha256Of(bytes) === name) return bytes;
    refused.push(`  ${file}: ${bytes === undefined ? 'it is missing' : 'it is not what its name says'}`);
    return new Uint8Array();
  };
  const read = states.map((state) => ({
    ...state,
    files: state.files.map(({path: at, sha256: name}) => ({path: at, bytes: bytesOf(name)})),
    archives: state.archives.map(({path: at, files}) => ({
      path: at,
      files: files.map(({path: inner, sha256: name, executable}) => ({
        path: inner,
        bytes: bytesOf(name),
        executable,
      })),
    })),
  }));
  if (refused.length > 0)
    throw new Error(
      ['What the build showed is not whole:', ...new Set(refused), 'Run npm run build once more.'].join('\n'),
    );
  return read;
}

function parseIndex(file: string, text: string): z.infer<typeof schema>['states'] {
  try {
    return schema.parse(JSON.parse(text)).states;
  } catch (error) {
    throw new Error(`${file} is not what this version writes. Run npm run build once more.`, {cause: error});
  }
}
