import {runImage} from '../engine/identity';
import type {Inspection} from '../proof/model/inspection';
import {buildImage} from './buildImage';
import {endOfBuild} from './endOfBuild';
import {programDigest} from './inspectBuilt';
import type {Job} from './plan';
import type {Failure} from './prove';
import {repeatText} from './repeat';
import type {Session} from './session';

interface Reproduced {
  inspection: Inspection;
  /** What the second build took. */
  seconds?: number;
  /** The second build gave no image: nothing is known of its program then. */
  failure?: Failure;
}

/**
 * A second build from nothing tells whether the program depends on its sources and tools alone.
 *
 * @param name - Of the second image, without what belongs to the run
 */
export async function addReproducibility(
  session: Session,
  job: Job,
  inspection: Inspection,
  name: string,
): Promise<Reproduced> {
  const {binary} = inspection;
  if (binary === null || !session.reproduce) return {inspection};
  const again = runImage(session.engine.identity, name);
  try {
    const build = await buildImage(session, job, {tag: again, clean: true});
    if (!build.succeeded || build.timedOut) {
      const command = repeatText(session.engine, {command: build.command});
      const got = endOfBuild(job, build);
      return {
        inspection,
        failure: {scenario: null, what: 'second build, clean', expected: 'success', got, command},
      };
    }
    const digest = await programDigest(session, job, again);
    const told = {...inspection, binary: {...binary, reproducible: digest === binary.sha256}};
    return {inspection: told, seconds: build.seconds};
  } finally {
    await session.engine.removeImage(again).catch(() => undefined);
  }
}
