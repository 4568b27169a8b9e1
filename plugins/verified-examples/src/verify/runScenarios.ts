import type {Rootfs} from './inspect/rootfs';
import type {Limits} from '../example/model/manifest';
import type {Scenario} from '../example/model/scenario';
import {scenariosOf} from '../example/model/variant';
import type {Job} from './plan';
import {mapWithin} from '../../../base-images/src/machine/parallel';
import {memoryOf} from './runRequest';
import {runScenario, type ScenarioRun} from './runScenario';
import type {Session} from './session';

/** Memory that the containers of one image may be given at a time, in MB: eight small ones, each with its lab. */
export const BUDGET = 3072;
const LAB = 128;
/** What a scenario without a lab counts at least: it computes, so that no more than four run at a time. */
const COMPUTES = BUDGET / 4;

/** Runs every scenario of a built variant, in the order of the manifest as far as there is room. */
export function runScenarios(
  session: Session,
  {example, variant, platform}: Job,
  image: string,
  rootfs: Rootfs,
): Promise<ScenarioRun[]> {
  const {manifest} = example;
  return mapWithin(
    scenariosOf(manifest, variant),
    {budget: BUDGET, costOf: (scenario) => costOf(scenario, manifest.limits)},
    (scenario) => runScenario(session, {example, variant, scenario, image, platform, rootfs}),
  );
}

/** What a scenario takes of the budget. One with a lab mostly waits: its memory alone counts. */
export function costOf(
  scenario: Pick<Scenario, 'network' | 'limits'>,
  limits: Pick<Limits, 'memory'>,
): number {
  const memory = memoryOf(scenario, limits);
  const own = Number.parseInt(memory, 10) * (memory.endsWith('g') ? 1024 : 1);
  return scenario.network === 'lab' ? Math.max(own, BUDGET / 8 - LAB) + LAB : Math.max(own, COMPUTES);
}
