import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/**
 * Writes a `docker` that stands for another command, alone in a folder for PATH.
 *
 * @param hostNetwork - Builds get the machine's network: an engine of the project's has no bridge, and the verifier, which
 *   meets it as the user's, can't know
 * @returns The folder
 */
export function standIn(
  folder: string,
  command: readonly string[],
  {hostNetwork = false}: {hostNetwork?: boolean} = {},
): string {
  mkdirSync(folder, {recursive: true});
  const file = path.join(folder, 'docker');
  const build = hostNetwork
    ? `[ "$1 $2" != 'buildx build' ] || { shift 2; set -- buildx build --network host "$@"; }\n`
    : '';
  writeFileSync(file, `#!/bin/sh\n${build}exec ${quoted(command)} "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

function quoted(argv: readonly string[]): string {
  return argv.map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`).join(' ');
}
