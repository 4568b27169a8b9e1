import type * as z from 'zod';
import {checkFactPlatforms} from './facts';
import type {Manifest} from './manifest';
import type {WrittenScenario} from './scenario';
import {checkRunsIn, type Report} from './runsIn';
import {BUILD, type Twin} from './twin';

interface Referring extends Pick<Manifest, 'build' | 'variants' | 'facts' | 'platforms'> {
  scenarios: WrittenScenario[];
  matrix?: {heading: string; scenarios: string[]}[] | undefined;
  twins: Twin[];
}

/** Reports every name in a manifest that names nothing of it. Names of other examples are checked when all are read. */
export function checkReferences(manifest: Referring, context: z.core.$RefinementCtx): void {
  const report: Report = (path, message) => {
    context.addIssue({code: 'custom', path, message});
  };
  const ids = manifest.scenarios.map((scenario) => scenario.id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) report(['scenarios', index, 'id'], `scenario id "${id}" is used twice`);
    if (id === BUILD) report(['scenarios', index, 'id'], `"${BUILD}" stands for the build itself`);
  });
  manifest.scenarios.forEach((scenario, index) => {
    checkRunsIn(manifest, scenario, ['scenarios', index], report);
  });
  manifest.twins.forEach((twin, index) => {
    checkTwin(manifest, twin, ['twins', index], report);
  });
  const headings = manifest.matrix?.map(({heading}) => heading) ?? [];
  manifest.matrix?.forEach((group, index) => {
    if (headings.indexOf(group.heading) !== index)
      report(['matrix', index, 'heading'], `"${group.heading}" is used twice`);
    for (const id of group.scenarios) {
      if (!ids.includes(id))
        report(['matrix', index, 'scenarios'], `no scenario "${id}"; there are: ${ids.join(', ')}`);
    }
  });
  checkFactPlatforms(manifest, report);
  checkScenarioCount(manifest, report);
}

function checkTwin(manifest: Referring, twin: Twin, path: (string | number)[], report: Report): void {
  const ids = manifest.scenarios.map((scenario) => scenario.id);
  const {variant, fails, text} = twin;
  if (variant !== undefined && !Object.hasOwn(manifest.variants, variant)) {
    const known = Object.keys(manifest.variants).join(', ');
    report([...path, 'variant'], `no variant "${variant}"; there are: ${known}`);
    return;
  }
  if (fails !== BUILD) {
    if (!ids.includes(fails))
      report([...path, 'fails'], `no scenario "${fails}"; there are: ${ids.join(', ')}, ${BUILD}`);
    return;
  }
  const candidates = variant === undefined ? Object.values(manifest.variants) : [manifest.variants[variant]];
  const failures = candidates.flatMap((one) => {
    const build = one?.build ?? manifest.build;
    return build === 'success' ? [] : [build.failure];
  });
  if (failures.length === 0) report([...path, 'fails'], 'that build must succeed: it prints no symptom');
  else if (!failures.every(({contains = []}) => contains.some((part) => part.includes(text))))
    report([...path, 'text'], "expected a part of the build's failure.contains");
}

function checkScenarioCount({build, variants, scenarios}: Referring, report: Report): void {
  const builds = Object.values(variants).some((variant) => (variant.build ?? build) === 'success');
  if (builds && scenarios.length === 0)
    report(['scenarios'], 'expected at least one scenario for an image that builds');
  if (!builds && scenarios.length > 0)
    report(['scenarios'], 'a build that must fail has no image to run scenarios in');
}
