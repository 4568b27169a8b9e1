import {readFileSync} from 'node:fs';
import path from 'node:path';
import {placedYaml} from '../../../verified-examples/src/example/collect/places';
import {readYaml} from '../../../verified-examples/src/example/collect/readManifest';
import type {Example} from '../../../verified-examples/src/example/collect/example';
import {suggest} from '../../../verified-examples/src/nearest';
import {ProblemsError, type Problem} from '../../../verified-examples/src/problems';
import {Errata, type Erratum} from './erratum';

/** The list, relative to the site. */
export const ERRATA_FILE = 'plugins/permalinks/errata.yaml';

/** What of an example is read here. */
type Runs = Pick<Example, 'id'> & {manifest: {scenarios: readonly {id: string}[]}};

/**
 * Reads the errata of the site, in the order in which they are written.
 *
 * @throws ProblemsError with all that is wrong in the file, an experiment that the site does not have included
 */
export function readErrata(siteDir: string, examples: readonly Runs[]): Erratum[] {
  const text = readFileSync(path.join(siteDir, ERRATA_FILE), 'utf8');
  const problems: Problem[] = [];
  const errata = readYaml(Errata, text, ERRATA_FILE, problems) ?? [];
  checkErrata(errata, text, examples, problems);
  if (problems.length > 0) throw new ProblemsError('The errata are not valid', problems);
  return errata;
}

function checkErrata(
  errata: readonly Erratum[],
  text: string,
  examples: readonly Runs[],
  problems: Problem[],
): void {
  const report = (at: readonly PropertyKey[], message: string) => {
    problems.push({file: ERRATA_FILE, ...placedYaml(text).placeOf(at), message});
  };
  for (const [index, {id, experiment}] of errata.entries()) {
    if (errata.findIndex((other) => other.id === id) !== index)
      report([index, 'id'], `"${id}" is in this list already; an id is an address`);
    const example = examples.find((one) => one.id === experiment.example);
    if (example === undefined) {
      const known = examples.map((one) => one.id);
      report(
        [index, 'experiment', 'example'],
        `there is no example "${experiment.example}"; ${suggest(experiment.example, known)}`,
      );
      continue;
    }
    const scenarios = example.manifest.scenarios.map((scenario) => scenario.id);
    if (!scenarios.includes(experiment.scenario))
      report(
        [index, 'experiment', 'scenario'],
        `${example.id} has no scenario "${experiment.scenario}"; ${suggest(experiment.scenario, scenarios)}`,
      );
  }
}
