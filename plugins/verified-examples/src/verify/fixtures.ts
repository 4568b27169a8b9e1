import {mkdtemp} from 'node:fs/promises';
import path from 'node:path';
import {digestOf} from '../../../base-images/src/digest';
import {analyseDockerfile, type DockerfileFacts} from '../example/collect/dockerfile';
import {fingerprint, type SourceFile} from '../example/collect/files';
import type {Engine} from '../engine/types';
import type {Problem} from '../problems';
import type {PreparedBase} from './session';
import {writeFilesExactly} from './runFiles';

/** The base whose readelf and go read every program. */
export const TOOLBOX = 'golang:1.27-trixie';

/** @returns Bases that the lab itself is built from */
export function labBases(lab: readonly SourceFile[]): string[] {
  return labDockerfile(lab).bases;
}

function labDockerfile(lab: readonly SourceFile[]): DockerfileFacts {
  const dockerfile = lab.find((file) => file.path === 'Dockerfile');
  if (dockerfile === undefined)
    throw new Error('examples/_lab has no Dockerfile, but a scenario asks for it');
  const problems: Problem[] = [];
  const facts = analyseDockerfile(
    dockerfile.bytes.toString('utf8'),
    {},
    'examples/_lab/Dockerfile',
    problems,
  );
  if (problems.length > 0) throw new Error(problems.map(({message}) => message).join('\n'));
  return facts;
}

/**
 * Builds the lab's image, unless this engine has the one of exactly these files and bases already. The lab runs beside
 * the examined container, so it is of the engine's own platform.
 *
 * @returns Its name
 * @throws Error with the build's last lines
 */
export async function buildLab(
  engine: Engine,
  lab: readonly SourceFile[],
  bases: ReadonlyMap<string, PreparedBase>,
  {folder, signal}: {folder: string; signal: AbortSignal},
): Promise<string> {
  const {platform} = engine;
  const {bases: refs, written} = labDockerfile(lab);
  const builtFrom = Object.fromEntries(
    refs.flatMap((ref) => {
      const base = bases.get(ref);
      return base === undefined ? [] : [[ref, base.engineRef] as const];
    }),
  );
  const made = digestOf({files: fingerprint(lab), platform, bases: builtFrom});
  const tag = `localhost/cgo-field-guide/lab:${made.slice(7, 19)}`;
  if (await engine.hasImage(tag)) return tag;
  const context = await mkdtemp(path.join(folder, 'lab-'));
  await writeFilesExactly(context, lab);
  const build = await engine.build({
    context,
    dockerfile: path.join(context, 'Dockerfile'),
    tag,
    platform,
    buildArgs: {},
    bases: builtFrom,
    writtenBases: written,
    noCache: false,
    timeoutMs: 600_000,
    signal,
    onLine: () => undefined,
  });
  if (!build.succeeded)
    throw new Error(`the lab does not build:\n${build.output.split('\n').slice(-20).join('\n')}`);
  return tag;
}
