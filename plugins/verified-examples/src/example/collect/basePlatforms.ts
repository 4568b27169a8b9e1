import {TOOLS_PLATFORM} from '../../../../base-images/src/recipe/platform';
import type {Manifest} from '../model/manifest';
import {scenariosOf} from '../model/variant';
import type {DockerfileFacts} from './dockerfile';
import type {Example} from './example';

/** Where an image runs in a build: on the machine that builds, as what is built, or as what the FROM says outright. */
export type BasePlatform = 'build' | 'target' | `linux/${string}`;

/** The platform that builds, unless a variant names another. One for all machines, since keys must not depend on the machine. */
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

/**
 * Every image that the proof of a variant rests on, sorted by name: what its build names, and the images whose tools look at
 * it. A builder that cross-compiles is needed for its own platform alone, and so is a tool.
 */
export function basesOf({manifest, variants}: Example, variant: string, target: string): BaseNeed[] {
  const {dockerfileFacts: facts, buildPlatform} = variants[variant] ?? {};
  const tools = toolsOf(manifest, variant).map((ref) => needOf(ref, BUILD_PLATFORM, target));
  return sorted([...(facts === undefined ? [] : basesFor(facts, target, buildPlatform)), ...tools]);
}

/** Images whose tools look at a variant. */
export function toolsOf(manifest: Manifest, variant: string): string[] {
  return [...new Set(scenariosOf(manifest, variant).flatMap(({look}) => look?.with ?? []))];
}

/** What a build for a platform, on a platform, needs, sorted by name. */
export function basesFor(
  {bases, platforms}: DockerfileFacts,
  target: string,
  build = BUILD_PLATFORM,
): BaseNeed[] {
  return sorted(
    bases.flatMap((ref) =>
      (platforms[ref] ?? ['target']).map((used) =>
        needOf(ref, used === 'target' ? target : used === 'build' ? build : used, target),
      ),
    ),
  );
}

function needOf(ref: string, platform: string, target: string): BaseNeed {
  return {ref, platform, name: platform === target ? ref : `${ref} (${platform})`};
}

/** Each name once. */
function sorted(needs: readonly BaseNeed[]): BaseNeed[] {
  const distinct = new Map(needs.map((need) => [need.name, need]));
  return [...distinct.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
