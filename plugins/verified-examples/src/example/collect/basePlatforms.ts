import {TOOLS_PLATFORM} from '../../../../base-images/src/recipe/platform';
import type {DockerfileFacts} from './dockerfile';

/** Where an image runs in a build: on the machine that builds, as what is built, or as what the FROM says outright. */
export type BasePlatform = 'build' | 'target' | `linux/${string}`;

/**
 * The platform that builds. One for all machines, since keys must not depend on the machine; rebuilt builders exist
 * for no other.
 */
export const BUILD_PLATFORM = TOOLS_PLATFORM;

/** An image that a build needs, for one platform. */
export interface BaseNeed {
  ref: string;
  platform: string;
  /** Its name in a key: the image's, and the platform's when that is not the proof's. */
  name: string;
}

/**
 * Reads the value of FROM's `--platform`.
 *
 * @returns undefined for anything but a platform, $BUILDPLATFORM and $TARGETPLATFORM
 */
export function basePlatformOf(flag: string | null | undefined): BasePlatform | undefined {
  if (flag === null || flag === undefined) return 'target';
  const [, variable] = /^\$\{?(BUILD|TARGET)PLATFORM\}?$/.exec(flag) ?? [];
  if (variable !== undefined) return variable === 'BUILD' ? 'build' : 'target';
  return /^linux\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(flag) ? (flag as BasePlatform) : undefined;
}

/** What a build for a platform needs, sorted by name. A builder that cross-compiles is needed for its own platform alone. */
export function basesFor({bases, platforms}: DockerfileFacts, target: string): BaseNeed[] {
  const needs = bases.flatMap((ref) =>
    (platforms[ref] ?? ['target']).map((used): BaseNeed => {
      const platform = used === 'target' ? target : used === 'build' ? BUILD_PLATFORM : used;
      return {ref, platform, name: platform === target ? ref : `${ref} (${platform})`};
    }),
  );
  const distinct = new Map(needs.map((need) => [need.name, need]));
  return [...distinct.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
