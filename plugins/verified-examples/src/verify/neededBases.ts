import {basesOf as basesOfVariant, type BaseNeed} from '../example/collect/basePlatforms';
import type {SourceFile} from '../example/collect/files';
import {binaryOf} from '../example/model/variant';
import {labBases, TOOLBOX} from './fixtures';
import type {Job} from './plan';

/** A variant on a platform, proved or to be proved. */
type Proved = Pick<Job, 'example' | 'variant' | 'platform'>;

/** Every base that the jobs, and the verifier for them, need. */
export function basesOf(jobs: readonly Proved[]): string[] {
  return [...new Set([...jobs.flatMap(basesOfJob).map(({ref}) => ref), ...ownBases(jobs)])].sort();
}

/** What the proof of one job rests on, on which platform. */
export function basesOfJob({example, variant, platform}: Proved): BaseNeed[] {
  return basesOfVariant(example, variant, platform);
}

/**
 * @param enginePlatform - Of what the verifier needs itself
 * @returns The same, sorted, by platform
 */
export function basesByPlatform(jobs: readonly Proved[], enginePlatform: string): Map<string, string[]> {
  const own = ownBases(jobs).map((ref) => ({ref, platform: enginePlatform}));
  const needs = [...jobs.flatMap(basesOfJob), ...own];
  const platforms = [...new Set(needs.map(({platform}) => platform))];
  return new Map(
    platforms.map((platform) => {
      const here = needs.filter((need) => need.platform === platform);
      return [platform, [...new Set(here.map(({ref}) => ref))].sort()];
    }),
  );
}

/** For the tools that read programs, and for the lab. */
function ownBases(jobs: readonly Proved[]): string[] {
  const lab = labOf(jobs);
  const reads = jobs.some(({example, variant}) => binaryOf(example.manifest, variant) !== undefined);
  return [...(reads ? [TOOLBOX] : []), ...(lab === undefined ? [] : labBases(lab))];
}

export function labOf(jobs: readonly Proved[]): readonly SourceFile[] | undefined {
  return jobs.find(({example}) => example.lab.length > 0)?.example.lab;
}
