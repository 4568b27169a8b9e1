import {mkdtemp} from 'node:fs/promises';
import path from 'node:path';
import type {BuildRequest, BuildResult} from '../engine/types';
import {buildArgsOf} from '../example/model/buildPlatform';
import {buildLimit} from './buildLimit';
import {basesOfJob} from './neededBases';
import {nameOf, type Job} from './plan';
import type {PreparedBase, Session} from './session';
import {writeFilesExactly} from './runFiles';

/** The bases of a job, as the engine has them, with the platform that each is of. */
export function preparedFor(
  {bases}: Session,
  job: Job,
): {ref: string; platform: string; base: PreparedBase}[] {
  return basesOfJob(job).flatMap(({ref, platform}) => {
    const base = bases.get(platform)?.get(ref);
    return base === undefined ? [] : [{ref, platform, base}];
  });
}

/**
 * Builds one job's image, or that of another stage of its Dockerfile. A clean build takes no layer from the engine's
 * cache.
 *
 * @throws EngineError when the engine fails; a build that fails is a result
 */
export async function buildImage(
  session: Session,
  job: Job,
  {tag, clean, stage}: {tag: string; clean: boolean; stage?: string},
): Promise<BuildResult> {
  const {example, variant, platform} = job;
  const definition = example.variants[variant];
  if (definition === undefined) throw new Error(`${nameOf(job)}: no such variant`);
  const context = await mkdtemp(path.join(session.folder, `${example.id}-`));
  await writeFilesExactly(context, example.context);
  const bases = preparedFor(session, job)
    .filter(({ref}) => definition.dockerfileFacts.bases.includes(ref))
    .map(({ref, base}) => [ref, base.engineRef] as const);
  const request: BuildRequest = {
    context,
    dockerfile: path.join(context, definition.dockerfile),
    tag,
    target: stage ?? definition.target,
    platform,
    buildArgs: buildArgsOf(definition),
    secrets: Object.fromEntries(
      Object.entries(definition.secrets ?? {}).map(([id, file]) => [id, path.join(context, file)]),
    ),
    bases: Object.fromEntries(bases),
    writtenBases: definition.dockerfileFacts.written,
    noCache: clean,
    builder: session.builder,
    timeoutMs: buildLimit(job).milliseconds,
    signal: session.signal,
    onLine: () => undefined,
  };
  return session.turns({clean}, () => session.engine.build(request));
}
