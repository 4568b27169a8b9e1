import {diffArrays} from 'diff';
import {examinedContainer} from '../../example/commands/containers';
import {mountedFiles} from '../../example/commands/files';
import {readerNames} from '../../example/commands/names';
import {usedStages} from '../../example/collect/dockerfile';
import type {Example} from '../../example/collect/example';
import {buildArgsOf} from '../../example/model/buildPlatform';
import {BUILD} from '../../example/model/twin';
import {failingVariants, provingVariants} from '../../example/model/twinRuns';
import {scenariosOf} from '../../example/model/variant';
import {line} from '../../shell';
import type {ChangeView} from '../model/symptomViews';
import {fileOf, textOf} from './card';
import type {Symptom, ViewContext} from './context';

/** A run of a variant's image, or its build. */
export interface RunOf {
  example: Example;
  variant: string;
  /** Or `build`. */
  scenario: string;
}

/** More changed lines than this are another Dockerfile, not a change of one. */
const MOST = 10;

/**
 * What a fix changes against the run that fails, as lines taken out and put in: of the stages that make the image, of the
 * build arguments, of the words after `docker run`, of the files mounted. Names of stages and of the lab do not count, nor
 * do comments. Pure.
 *
 * @param shows - Parts of the lines to show; undefined: all
 * @returns Empty where the files and commands are the same, or have little in common
 */
export function changeView(fails: RunOf, fix: RunOf, shows?: readonly string[]): ChangeView[] {
  const [before, after] = [mountedLines(fails), mountedLines(fix)];
  const files = [...new Set([...before.keys(), ...after.keys()])].map((target) =>
    difference(target, before.get(target) ?? [], after.get(target) ?? []),
  );
  const all = [
    difference('Dockerfile', dockerfileLines(fails), dockerfileLines(fix), sameButNames),
    difference('docker build', buildLines(fails), buildLines(fix)),
    ...(fails.scenario === BUILD || fix.scenario === BUILD
      ? []
      : [difference('docker run', runLines(fails), runLines(fix)), ...files]),
  ].map(({of, lines}) => ({
    of,
    lines: lines.filter(({text}) => shows === undefined || shows.some((part) => text.includes(part))),
  }));
  return all.some(({lines}) => lines.length > MOST) ? [] : all.filter(({lines}) => lines.length > 0);
}

/** What the fix of a symptom changes, and the run that is the fix; undefined where one of the two never runs. */
export function symptomChange(
  {example, twin}: Symptom,
  {collection}: ViewContext,
): {fix: RunOf; changes: ChangeView[]} | undefined {
  const {fails, fix} = twin;
  const fixed = collection.examples.find(({id}) => id === fix.example);
  const [failing] = failingVariants(example.manifest, twin);
  const [proving] = fixed === undefined ? [] : provingVariants(fixed.manifest, fix);
  if (fixed === undefined || failing === undefined || proving === undefined) return undefined;
  const run = {example: fixed, variant: proving, scenario: fix.scenario};
  const changes = changeView({example, variant: failing, scenario: fails}, run, fix.shows);
  return {fix: run, changes};
}

/** A block of changed lines as it is shown and copied. */
export function formatChange({lines}: ChangeView): string {
  return lines.map(({sign, text}) => `${sign} ${text}`).join('\n');
}

function difference(
  of: string,
  before: readonly string[],
  after: readonly string[],
  comparator = (one: string, other: string) => one === other,
): ChangeView {
  const lines = diffArrays([...before], [...after], {comparator}).flatMap(({added, removed, value}) =>
    added || removed ? value.map((text) => ({sign: added ? ('+' as const) : ('-' as const), text})) : [],
  );
  return {of, lines};
}

/** Lines of all stages that the image of a variant is made from, without comments. */
function dockerfileLines({example, variant}: RunOf): string[] {
  const definition = example.variants[variant];
  if (definition === undefined) return [];
  const lines = textOf(fileOf(example, definition.dockerfile)).split('\n');
  return usedStages(definition.dockerfileFacts, definition.target).flatMap(({start, end}) =>
    lines.slice(start - 1, end).filter((text) => text.trim() !== '' && !text.trimStart().startsWith('#')),
  );
}

function sameButNames(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/ AS [\w.-]+$/i, '').replace(/\bfrom=[\w.-]+/, 'from=');
  return bare(one) === bare(other);
}

function buildLines({example, variant}: RunOf): string[] {
  const definition = example.manifest.variants[variant];
  if (definition === undefined) return [];
  return Object.entries(buildArgsOf(definition)).map(([name, value]) =>
    line('--build-arg', `${name}=${value}`),
  );
}

function scenarioOf({example, variant, scenario}: RunOf) {
  return scenariosOf(example.manifest, variant).find(({id}) => id === scenario);
}

/** An option a line, then the words after the image. */
function runLines(run: RunOf): string[] {
  const scenario = scenarioOf(run);
  if (scenario === undefined) return [];
  const {options, args} = examinedContainer(scenario, readerNames('IMAGE', 'lab'));
  const mounts = new Set(mountedFiles(scenario, []).map(({path}) => path));
  const lines = options
    .reduce<string[][]>((groups, word) => {
      if (word.startsWith('-')) groups.push([word]);
      else groups.at(-1)?.push(word);
      return groups;
    }, [])
    .filter(([name, value]) => name !== '-v' || ![...mounts].some((path) => value?.startsWith(`./${path}:`)))
    .map((words) => line(...words));
  return args.length === 0 ? lines : [...lines, line(...args)];
}

function mountedLines(run: RunOf): Map<string, string[]> {
  const scenario = scenarioOf(run);
  const files = scenario === undefined ? [] : mountedFiles(scenario, run.example.context);
  return new Map(
    files.map(({target, bytes}) => [
      target,
      Buffer.from(bytes).toString('utf8').replace(/\n$/, '').split('\n'),
    ]),
  );
}
