import type {Ask} from '../../../src/find/model';
import {saysSo} from '../../../src/find/diagnose';
import type {Example} from '../../verified-examples/src/example/collect/example';
import type {Twin} from '../../verified-examples/src/example/model/twin';
import {askedBy, confirmingRuns, failingVariants} from '../../verified-examples/src/example/model/twinRuns';
import {scenariosOf} from '../../verified-examples/src/example/model/variant';
import {confirmCommand} from '../../verified-examples/src/pages/views/repeat';
import type {Collection} from '../../verified-examples/src/proof/collection';
import type {Problem} from '../../verified-examples/src/problems';
import type {Recorded} from './catalogue';
import {PATTERNS, type Written} from './written';

interface AskedRun {
  example: string;
  scenario: string;
}

/**
 * The commands that tell symptoms apart which print the same: each is the confirming command of one of them, and what it
 * printed there, and on that symptom's near miss, decides which answers are proved.
 */
export function askTable(
  {asks}: Written,
  symptoms: readonly Recorded[],
  {examples, standings}: Collection,
  problems: Problem[],
): Record<string, Ask> {
  const table: Record<string, Ask> = {};
  const printed = (run: {example: string; variant?: string | undefined; scenario: string}) =>
    standings
      .filter(({example, variant}) => example.id === run.example && variant === (run.variant ?? variant))
      .flatMap(
        ({proof, outdated}) => (proof ?? outdated)?.scenarios.filter(({id}) => id === run.scenario) ?? [],
      )
      .map(({stdout, stderr}) => `${stdout}\n${stderr}`);
  for (const {confirm, answers} of asks) {
    const report = (message: string) =>
      problems.push({file: `${PATTERNS}/asks.yaml`, message: `${confirm}: ${message}`});
    const asked = symptoms.find(({id}) => id === confirm);
    if (asked?.twin === undefined || asked.example === undefined) {
      report('is no symptom with a confirming command');
      continue;
    }
    const {twin, example} = asked;
    const run = confirmingRuns(example.id, twin).confirm;
    const at = standings.find(
      (one) =>
        one.example.id === run.example &&
        (one.proof ?? one.outdated)?.scenarios.some(({id}) => id === run.scenario) === true &&
        (run.variant ?? one.variant) === one.variant,
    );
    const home = examples.find(({id}) => id === run.example);
    const command =
      at === undefined || home === undefined
        ? null
        : confirmCommand({example: home, variant: at.variant, platform: at.platform}, run.scenario);
    if (command === null) {
      report('its confirming command is not recorded');
      continue;
    }
    for (const answer of answers) {
      for (const id of answer.symptoms) {
        const other = symptoms.find((one) => one.id === id);
        if (other?.twin === undefined || other.example === undefined) continue;
        const outputs = printed(
          askedOf(other.example, other.twin, run, examples) ??
            // A symptom with another confirming command may be the near miss of this one.
            confirmingRuns(example.id, twin).nearMiss,
        );
        const told = outputs.map((output) => answers.filter((one) => saysSo(one, output)));
        if (told.some((those) => those.length !== 1 || those[0] !== answer))
          report(
            `the answer of ${id} is not what its confirming command printed, or another's is too: ${JSON.stringify(outputs[0]?.slice(0, 200))}`,
          );
      }
    }
    table[
      answers
        .flatMap(({symptoms: of}) => of)
        .sort()
        .join(' ')
    ] = {command: command.lines, answers: JSON.parse(JSON.stringify(answers)) as Ask['answers']};
  }
  return table;
}

/**
 * A run that asks the same where another symptom is: its confirming one, or one of its example in a variant that fails. In the
 * example that is asked, such a run is of the symptom that is asked.
 */
function askedOf(other: Example, twin: Twin, asked: AskedRun, examples: readonly Example[]) {
  const command = commandOf(asked, examples);
  const own = confirmingRuns(other.id, twin).confirm;
  if (commandOf(own, examples) === command) return own;
  if (other.id === asked.example) return undefined;
  for (const variant of failingVariants(other.manifest, twin)) {
    for (const scenario of scenariosOf(other.manifest, variant))
      if (askedBy(scenario) === command) return {example: other.id, variant, scenario: scenario.id};
  }
  return undefined;
}

/** What a run asks; undefined for one that there is not. */
function commandOf({example, scenario}: AskedRun, examples: Collection['examples']) {
  const found = examples.find(({id}) => id === example)?.manifest.scenarios.find(({id}) => id === scenario);
  return found && askedBy(found);
}
