import {execa} from 'execa';
import type {Pins} from '../../../../base-images/src/pins';
import type {Engine} from '../../engine/types';
import {labBases} from '../fixtures';
import {prepareBases} from '../bases/prepare';
import type {PlannedJob} from '../plan';
import {basesOfJob, labOf} from '../neededBases';

export interface PublicNamesRequest {
  engine: Engine;
  /** Path of the engine's program. */
  program: string;
  jobs: readonly PlannedJob[];
  pins: Pins;
  cacheDir: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * Gives rebuilt bases the names that readers pull them by. Only in an engine of the project's own, where nobody else's images
 * can have such a name.
 *
 * @param jobs - Of one platform each: a name stands for one image
 */
export async function givePublicNames({
  engine,
  program,
  jobs,
  ...request
}: PublicNamesRequest): Promise<void> {
  const lab = labOf(jobs);
  const needs = [
    ...jobs.flatMap(basesOfJob),
    ...(lab === undefined ? [] : labBases(lab).map((ref) => ({ref, platform: engine.platform}))),
  ];
  for (const platform of new Set(needs.map((need) => need.platform))) {
    const refs = [...new Set(needs.filter((need) => need.platform === platform).map(({ref}) => ref))];
    const prepared = await prepareBases({...request, engine, world: 'rebuilt', refs, platform});
    for (const [ref, {engineRef}] of prepared) await execa(program, ['tag', engineRef, ref]);
  }
}
