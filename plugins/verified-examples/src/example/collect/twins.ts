import {BUILD, type Twin} from '../model/twin';
import {failingVariants, provingVariants} from '../model/twinRuns';
import {suggest} from '../../nearest';
import type {Problem} from '../../problems';
import type {Example} from './example';
import {reportInManifest} from './places';

type Report = (path: string, message: string) => void;

/** Reports symptoms that two twins have, and runs and symptoms that a twin names and nobody has. */
export function reportTwins(examples: readonly Example[], problems: Problem[]): void {
  const byId = new Map(examples.map((example) => [example.id, example]));
  const symptoms = new Map<string, string>();
  const all = examples.flatMap(({manifest}) => manifest.twins.map(({symptom}) => symptom));
  for (const example of examples) {
    for (const [index, twin] of example.manifest.twins.entries()) {
      const report: Report = (path, message) => {
        const at = ['twins', index, path];
        reportInManifest(example, at, `${message} (symptom ${twin.symptom})`, problems);
      };
      const owner = symptoms.get(twin.symptom);
      if (owner === undefined) symptoms.set(twin.symptom, example.id);
      else report('symptom', `"${twin.symptom}" is a symptom of ${owner} already`);
      checkRun(twin.fix, 'fix', byId, report);
      checkRun({...twin.confirm, example: twin.confirm.example ?? example.id}, 'confirm', byId, report);
      checkFails(example, twin, report);
      checkMistakenFor(twin, all, report);
    }
  }
}

/** The run in which the symptom appears must happen at all. */
function checkFails({manifest}: Example, twin: Twin, report: Report): void {
  const {variant, fails} = twin;
  if (failingVariants(manifest, twin).length > 0) return;
  // Of a build the manifest's own check has said so already.
  if (fails !== BUILD) report('fails', `scenario "${fails}" does not run in ${wordsFor(variant)}`);
}

function checkMistakenFor(
  {symptom: own, mistakenFor = []}: Twin,
  all: readonly string[],
  report: Report,
): void {
  for (const {symptom} of mistakenFor) {
    if (symptom === own) report('mistakenFor', 'a symptom is not mistaken for itself');
    else if (!all.includes(symptom))
      report('mistakenFor', `no symptom "${symptom}"; ${suggest(symptom, all)}`);
  }
}

function wordsFor(variant: string | undefined): string {
  return variant === undefined ? 'any variant' : `variant "${variant}"`;
}

interface Run {
  example: string;
  variant?: string | undefined;
  scenario: string;
}

function checkRun(
  {example, variant, scenario}: Run,
  path: string,
  byId: ReadonlyMap<string, Example>,
  report: Report,
): void {
  const target = byId.get(example)?.manifest;
  if (target === undefined) {
    report(path, `no example "${example}"; ${suggest(example, byId.keys())}`);
    return;
  }
  const scenarios = target.scenarios.map(({id}) => id);
  if (path === 'fix') scenarios.push(BUILD);
  if (!scenarios.includes(scenario))
    report(path, `no scenario "${scenario}"; ${suggest(scenario, scenarios)}`);
  else if (variant !== undefined && !Object.hasOwn(target.variants, variant))
    report(path, `no variant "${variant}"; ${suggest(variant, Object.keys(target.variants))}`);
  else if (scenario === BUILD && variant === undefined)
    report(path, 'a fix by its build names the variant that is built');
  else if (provingVariants(target, {variant, scenario}).length === 0)
    report(
      path,
      scenario === BUILD
        ? `the build of ${wordsFor(variant)} must fail: it fixes nothing`
        : `scenario "${scenario}" does not run in ${wordsFor(variant)}`,
    );
}
