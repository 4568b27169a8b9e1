import {BUILD, type Twin} from '../model/twin';
import {askedBy, confirmingRuns, failingVariants, provingVariants} from '../model/twinRuns';
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
      const {confirm, nearMiss} = confirmingRuns(example.id, twin);
      checkRun(confirm, 'confirm', byId, report);
      checkRun(nearMiss, 'nearMiss', byId, report);
      checkSameCommand(confirm, nearMiss, byId, report);
      checkConfirmsWhatFails(example, twin, report);
      checkFails(example, twin, report);
      checkMistakenFor(twin, all, report);
    }
  }
}

/** A near miss tells something only when it is asked the same. */
function checkSameCommand(
  confirm: Run,
  nearMiss: Run,
  byId: ReadonlyMap<string, Example>,
  report: Report,
): void {
  const asked = [confirm, nearMiss].map(({example, scenario}) => {
    const found = byId.get(example)?.manifest.scenarios.find(({id}) => id === scenario);
    return found && askedBy(found);
  });
  if (asked.includes(undefined) || asked[0] === asked[1]) return;
  report('nearMiss', `scenario "${nearMiss.scenario}" runs another command than "${confirm.scenario}"`);
}

/** What failed while it was built has no image: its builder is looked at. */
function checkConfirmsWhatFails({id, manifest}: Example, twin: Twin, report: Report): void {
  const {confirm, fails} = twin;
  if (fails === BUILD) return;
  if (confirm.example !== undefined && confirm.example !== id)
    report('confirm', `expected the image that fails, of ${id}; got one of ${confirm.example}`);
  else if (confirm.variant !== undefined && !failingVariants(manifest, twin).includes(confirm.variant))
    report(
      'confirm.variant',
      `expected the image that fails, ${failingVariants(manifest, twin).join(' or ')}; got "${confirm.variant}"`,
    );
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
