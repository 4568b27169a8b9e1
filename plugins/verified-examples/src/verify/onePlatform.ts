import {UsageError} from './flags';
import {nameOf, type Job} from './plan';
import {basesOfJob} from './neededBases';
import type {Session} from './session';

/**
 * A build knows one image by a name. A digest of a registry stands for all platforms of an image; a rebuilt base is
 * one image a platform, so a name that is needed for two cannot be given both.
 *
 * @throws UsageError that lists every such base, with what to do
 */
export function requireOnePlatform(jobs: readonly Job[], bases: Session['bases']): void {
  const offenders = jobs.flatMap((job) => {
    const needs = basesOfJob(job);
    return [...new Set(needs.map(({ref}) => ref))].flatMap((ref) => {
      const platforms = needs.filter((need) => need.ref === ref).map(({platform}) => platform);
      const images = new Set(platforms.map((platform) => bases.get(platform)?.get(ref)?.engineRef));
      return images.size > 1 ? [`  ${nameOf(job)}: ${ref} is used on ${platforms.join(' and ')}`] : [];
    });
  });
  if (offenders.length === 0) return;
  throw new UsageError(
    [
      'A rebuilt base is one image a platform, and a build knows only one by a name:',
      ...offenders,
      'Use another image, or another name of the same, in the stage that builds.',
    ].join('\n'),
  );
}
