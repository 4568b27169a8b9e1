import {Semaphore} from 'async-mutex';
import type {Engine} from '../engine/types';
import {atLeast} from '../engine/versions';

/** Runs a build when its turn has come. A clean one takes no layer from the engine's cache. */
export type BuildTurns = <T>(kind: {clean: boolean}, build: () => Promise<T>) => Promise<T>;

/** The first Docker Engine with a BuildKit (0.20) that has moby/buildkit's pull request 5606. */
const MENDED = [28];

/** More than there are builds at a time. */
const ALL = 1_000;

/**
 * How builds share an engine: side by side. With an older Docker a clean one runs alone: where another build has a step in
 * common with it, BuildKit may dereference nil (walkProvenance in solver/jobs.go), and the whole daemon ends.
 */
export function buildTurns({name, version}: Pick<Engine, 'name' | 'version'>): BuildTurns {
  if (name !== 'docker' || atLeast(version, MENDED)) return (_, build) => build();
  const permits = new Semaphore(ALL);
  return ({clean}, build) => permits.runExclusive(build, clean ? ALL : 1);
}
