import * as z from 'zod';
import {Platform, platformsOf} from './platforms';
import type {Report} from './runsIn';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const ByPlatform = z.partialRecord(Platform, Value);

/** Facts of an inspection by path, each with its value, or with one value for every platform. */
export const Facts = z.record(z.string(), z.union([Value, ByPlatform])).default({});

type Value = z.output<typeof Value>;
type Facts = z.output<typeof Facts>;

interface WithFacts {
  facts: Facts;
  platforms: Platform[];
  variants: Record<string, {facts: Facts; platforms?: Platform[] | undefined}>;
}

/** The facts as they must be on one platform; what has no value there is left out. Pure. */
export function factsOn(facts: Facts, platform: string): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([path, fact]) => {
      const value = isByPlatform(fact) ? Object.entries(fact).find(([name]) => name === platform)?.[1] : fact;
      return value === undefined ? [] : [[path, value]];
    }),
  );
}

/** Reports a fact without a value for a platform that is proved: nothing would be asked of it there. */
export function checkFactPlatforms(manifest: WithFacts, report: Report): void {
  for (const [name, {facts}] of Object.entries(manifest.variants)) {
    const proved = platformsOf(manifest, name);
    checkEach(facts, proved, ['variants', name, 'facts'], report);
    checkEach(manifest.facts, proved, ['facts'], report);
  }
}

function checkEach(facts: Facts, proved: readonly Platform[], path: string[], report: Report): void {
  for (const [name, fact] of Object.entries(facts)) {
    if (!isByPlatform(fact)) continue;
    for (const platform of proved)
      if (!Object.hasOwn(fact, platform))
        report([...path, name], `no value for ${platform}, which is proved too`);
  }
}

function isByPlatform(fact: Facts[string]): fact is z.output<typeof ByPlatform> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}
