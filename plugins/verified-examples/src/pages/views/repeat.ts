import {BUILD_LAB, buildLine, labLines, lookingLines, scenarioLines} from '../../example/commands/lines';
import {imageName, readerNames} from '../../example/commands/names';
import type {Example} from '../../example/collect/example';
import {severalPlatforms, type Platform} from '../../example/model/platforms';
import type {Scenario} from '../../example/model/scenario';
import {buildOf, scenariosOf} from '../../example/model/variant';
import type {ConfirmCommand, LabView, RepeatView, TranscriptView} from '../model/views';
import {exampleRef, type ViewContext} from './context';

/** A variant of an example on a platform. */
export interface Built {
  example: Example;
  variant: string;
  platform: string;
}

/** What a reader calls the image, and the platform where it is said. */
function imageOf({example, variant, platform}: Built): {image: string; told: Platform | undefined} {
  const told = severalPlatforms(example.manifest, variant) ? (platform as Platform) : undefined;
  return {image: imageName(example.id, variant, told), told};
}

/** The scenario as it runs in a variant. */
function scenarioOf({example, variant}: Built, id: string): Scenario | undefined {
  return scenariosOf(example.manifest, variant).find((scenario) => scenario.id === id);
}

/** Commands of a run, a reader's; empty when the manifest has the scenario no more. */
export function runCommands(built: Built, scenario: string): string[] {
  const {image, told} = imageOf(built);
  const found = scenarioOf(built, scenario);
  return found === undefined ? [] : scenarioLines(found, readerNames(image), told);
}

/** How the lab is started that a run joins; null: it joins none. */
export function labView(built: Built, scenario: string): LabView | null {
  const found = scenarioOf(built, scenario);
  if (found?.network !== 'lab') return null;
  const {start, logs, end} = labLines(found, readerNames(imageOf(built).image));
  return {start: [BUILD_LAB, start], after: [logs, end]};
}

/** The command that builds a variant. */
export function buildCommand(built: Built): string {
  const definition = built.example.variants[built.variant];
  const {image, told} = imageOf(built);
  return definition === undefined ? '' : buildLine(image, definition, told);
}

/**
 * How the images are fetched and built that the runs of a page need, each once. A build that must fail is a run itself.
 */
export function repeatView(runs: readonly Built[], context: ViewContext): RepeatView {
  const examples = [...new Set(runs.map(({example}) => example))];
  return examples.map((example) => ({
    example: exampleRef(example, context),
    zip: context.addresses.zip(example.id),
    script: context.addresses.reproduce(example.id),
    builds: [
      ...new Set(
        runs
          .filter(
            ({variant, ...run}) =>
              run.example === example && buildOf(example.manifest, variant) === 'success',
          )
          .map(buildCommand),
      ),
    ],
  }));
}

/** What transcripts ran on. */
export function builtOf(transcripts: readonly (TranscriptView | null)[], {collection}: ViewContext): Built[] {
  return transcripts.flatMap((view) => {
    const example = collection.examples.find(({id}) => id === view?.example.id);
    return view === null || example === undefined
      ? []
      : [{example, variant: view.variant.id, platform: view.platform}];
  });
}

/** What stands for a reader's own program in a confirming command. */
const PROGRAM = '/path/to/program';

/** A confirming command on a reader's own image or container. */
export function confirmCommand(built: Built, scenario: string): ConfirmCommand | null {
  const found = scenarioOf(built, scenario);
  if (found === undefined) return null;
  const names = readerNames('IMAGE');
  const running = {...names, container: 'CONTAINER', lab: {...names.lab, container: 'CONTAINER'}};
  const {look} = found;
  if (look === undefined) return {lines: scenarioLines(found, names), placeholders: ['IMAGE']};
  const {take, joins, inspect, placeholders = {}} = look;
  const replaced = Object.entries(placeholders);
  const args = look.args.map((arg) =>
    replaced.reduce((text, [name, value]) => text.replaceAll(value, () => name), arg),
  );
  const anybody = {...found, look: {...look, args, ...(take !== undefined && {take: PROGRAM})}};
  return {
    lines: lookingLines(anybody, running),
    placeholders: [
      joins !== undefined || inspect === 'container' ? 'CONTAINER' : 'IMAGE',
      ...(take === undefined ? [] : [PROGRAM]),
      ...replaced.map(([name]) => name),
    ],
  };
}
