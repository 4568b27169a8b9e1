import type {Example} from '../../example/collect/example';
import {imageName} from '../../example/commands/names';
import {platformsOf, saysPlatform, variantsOn} from '../../example/model/platforms';
import type {Scenario} from '../../example/model/scenario';
import {scenariosOf} from '../../example/model/variant';
import type {Standing} from '../../proof/gate/state';
import type {PlannedJob} from '../plan';

/** A recorded run, in the names of an archive. */
export interface RecordedRun {
  example: string;
  platform: string;
  /** Variant as reproduce.sh names it: with the platform where there are several. */
  variant: string;
  scenario: string;
  /** What it is a sample of: how it is run, and what with. */
  kind: string;
  /** Seconds that it took when it was recorded. */
  seconds: number;
}

/** Every run that is recorded of the examples; of variants that are slow by themselves, when they are asked for. */
export function recordedRuns(
  examples: readonly Example[],
  standings: readonly Standing[],
  withSlow: boolean,
): RecordedRun[] {
  return examples.flatMap((example) =>
    variantsTried(example, withSlow).flatMap((variant) =>
      platformsOf(example.manifest, variant).flatMap((platform) => {
        const told = saysPlatform(example.manifest, variant) ? platform : undefined;
        const {proof} =
          standings.find(
            (one) => one.example.id === example.id && one.variant === variant && one.platform === platform,
          ) ?? {};
        return scenariosOf(example.manifest, variant).flatMap((scenario): RecordedRun[] => {
          const run = proof?.scenarios.find(({id}) => id === scenario.id);
          if (run === undefined) return [];
          return [
            {
              ...{example: example.id, platform, scenario: scenario.id, seconds: run.seconds},
              variant: imageName(example.id, variant, told).slice(example.id.length + 1),
              kind: kindOf(scenario),
            },
          ];
        });
      }),
    ),
  );
}

/** What bases are made for: nothing that is left out as slow, whose build stage may be one to emulate. */
export function jobsTried(example: Example, platform: string, withSlow: boolean): PlannedJob[] {
  const tried = variantsTried(example, withSlow);
  return variantsOn(example.manifest, platform)
    .filter((variant) => tried.includes(variant))
    .map((variant) => ({example, variant, platform, reason: ''}));
}

function variantsTried({manifest: {variants}}: Example, withSlow: boolean): string[] {
  return Object.keys(variants).filter((variant) => withSlow || variants[variant]?.slow !== true);
}

/** How a scenario is run: what differs between two kinds is what a script could get wrong. */
export function kindOf({
  look,
  http,
  network,
  limits,
  sysctls,
  seccomp,
  readOnly,
  user,
  files,
  writable,
}: Scenario) {
  const how = look === undefined ? (http === undefined ? 'run' : 'service') : `look ${lookOf(look)}`;
  const given = Object.entries({limits, sysctls, seccomp, readOnly, user}).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  return [
    how,
    ...(network === 'lab' ? ['lab'] : []),
    ...given,
    ...(files.length > 0 ? ['files'] : []),
    ...(writable.length > 0 ? ['tmpfs'] : []),
  ].join(' ');
}

function lookOf({take, list, joins}: NonNullable<Scenario['look']>): string {
  return take === undefined ? (list === undefined ? (joins ?? 'inspect') : 'list') : 'take';
}

/** What starting a lab and containers takes beside a run. */
const OVERHEAD_S = 3;
/** What a build takes that the engine has layers of. */
const BUILD_S = 8;

/**
 * As many runs as fit in a time: one of each kind first, the rest by turns. Pure.
 *
 * @param turn - Another one each day, so that over time all have had their turn
 */
export function withinBudget(
  runs: readonly RecordedRun[],
  {seconds, turn}: {seconds: number; turn: number},
): RecordedRun[] {
  const start = runs.length === 0 ? 0 : (turn * 97) % runs.length;
  const turned = [...runs.slice(start), ...runs.slice(0, start)];
  const kinds = new Map<string, RecordedRun>();
  for (const run of turned) if (!kinds.has(run.kind)) kinds.set(run.kind, run);
  const chosen = new Set<RecordedRun>();
  const built = new Set<string>();
  let left = seconds;
  for (const run of [...kinds.values(), ...turned]) {
    const image = `${run.example} ${run.variant}`;
    const cost = run.seconds + OVERHEAD_S + (built.has(image) ? 0 : BUILD_S);
    const first = kinds.get(run.kind) === run;
    if (chosen.has(run) || (!first && cost > left)) continue;
    chosen.add(run);
    built.add(image);
    left -= cost;
  }
  return runs.filter((run) => chosen.has(run));
}
