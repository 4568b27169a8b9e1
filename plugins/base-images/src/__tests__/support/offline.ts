import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {asked} from '../../../../verified-examples/src/engine/__tests__/support/asking';
import type {Engine} from '../../../../verified-examples/src/engine/types';

const RUN = ['run', '--rm', '--network', 'none'];

/** @returns Output of a shell command in a container without a network */
export function shell(engine: Engine, image: string, command: string): Promise<string> {
  return asked(engine, ...RUN, '--entrypoint', '/bin/sh', image, '-c', command);
}

/**
 * Builds without a network, in a folder that may be left from an earlier try.
 *
 * @returns What the image prints
 */
export async function buildAndRun(
  engine: Engine,
  context: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const tag = 'localhost/cgo-field-guide/test/offline';
  await mkdir(context, {recursive: true});
  for (const [path, text] of Object.entries(files)) await writeFile(join(context, path), text);
  await asked(engine, 'build', '--network', 'none', '--tag', tag, context);
  try {
    return await asked(engine, ...RUN, tag);
  } finally {
    await engine.removeImage(tag);
  }
}
