import {chmod, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import type {Engine} from '../../engine/types';
import {line, quote} from '../../shell';

/**
 * A program `docker` or `podman` that a reader's commands find, in front of the engine of this run. What the project's own
 * engine needs beside that (it has no bridge, so that builds use the machine's network) is added here and nowhere else.
 *
 * @returns The program's path
 */
export async function readersEngine(engine: Engine, folder: string): Promise<string> {
  const program = path.join(folder, 'bin', engine.name);
  const unset = ['DOCKER_HOST', 'DOCKER_CONTEXT', 'BUILDX_BUILDER'].map((name) => `unset ${name}`);
  const call = line(...engine.command);
  const text = [
    '#!/bin/sh',
    ...(engine.own ? unset : []),
    ...(engine.own
      ? [`[ "\${1-}" != build ] || { shift; exec ${call} build --network ${quote('host')} "$@"; }`]
      : []),
    `exec ${call} "$@"`,
    '',
  ];
  await mkdir(path.dirname(program), {recursive: true});
  await writeFile(program, text.join('\n'));
  await chmod(program, 0o755);
  // Nobody else has containers in the project's own engine; one may be left of a run that was killed.
  if (engine.own) await execa(program, ['rm', '-f', 'app', 'look']);
  return program;
}
