import type {BuildExpectation, Manifest} from './manifest';
import type {Scenario, WrittenScenario} from './scenario';

/** What the build of a variant must come to. */
export function buildOf(
  {build, variants}: Pick<Manifest, 'build' | 'variants'>,
  variant: string,
): BuildExpectation {
  return variants[variant]?.build ?? build;
}

/** The Go program that is inspected in the image of a variant; undefined: none. */
export function binaryOf(
  {binary, variants}: Pick<Manifest, 'binary' | 'variants'>,
  variant: string,
): string | undefined {
  const own = variants[variant]?.binary;
  return own === undefined ? binary : (own ?? undefined);
}

/**
 * The scenarios that run in a variant, with what must come out there. A variant that must not build has none.
 *
 * @param variant - Id of a variant of the manifest
 */
export function scenariosOf(manifest: Manifest, variant: string): Scenario[] {
  if (buildOf(manifest, variant) !== 'success') return [];
  return manifest.scenarios.flatMap((scenario) => scenarioFor(scenario, variant) ?? []);
}

/** Whether a scenario runs in a variant. */
export function runsIn(manifest: Manifest, scenario: string, variant: string): boolean {
  if (buildOf(manifest, variant) !== 'success') return false;
  return manifest.scenarios.some((one) => one.id === scenario && scenarioFor(one, variant) !== undefined);
}

/**
 * Resolves what a scenario says by variant into an ordinary scenario. Pure.
 *
 * @returns undefined when it does not run in that variant
 */
export function scenarioFor(written: WrittenScenario, variant: string): Scenario | undefined {
  const {cells, expect, ...scenario} = written;
  if (scenario.variants !== undefined && !scenario.variants.includes(variant)) return undefined;
  if (cells === undefined) return expect === undefined ? undefined : {...scenario, expect};
  const cell = cells[variant];
  if (cell === undefined) return undefined;
  const {expect: expected, ...asked} = cell;
  const dns = scenario.dns === undefined ? undefined : {...scenario.dns, ...asked};
  return {...scenario, dns, expect: expected};
}
