import {BUILD_LAB, labLines, lookingLines, scenarioLines} from '../../example/commands/lines';
import {podLine} from '../../example/commands/inPod';
import {readerNames} from '../../example/commands/names';
import {buildCommand, runCommands} from '../../example/commands/ofVariant';
import type {Example} from '../../example/collect/example';
import type {Scenario} from '../../example/model/scenario';
import {buildOf, scenariosOf} from '../../example/model/variant';
import type {ConfirmCommand, LabView, RepeatView, TranscriptView} from '../model/views';
import {exampleRef, worstState, type ViewContext} from './context';

/** A variant of an example on a platform. */
export interface Built {
  example: Example;
  variant: string;
  platform: string;
}

/** The scenario as it runs in a variant. */
function scenarioOf({example, variant}: Built, id: string): Scenario | undefined {
  return scenariosOf(example.manifest, variant).find((scenario) => scenario.id === id);
}

/** Commands of a run, each as one; a command may have lines of its own. */
export function commandsOf(built: Built, scenario: string): string[] {
  const found = scenarioOf(built, scenario);
  return found === undefined ? [] : runCommands(built.example, built.variant, built.platform, found);
}

/** How the lab is started that a run joins; null: it joins none. */
export function labView(built: Built, scenario: string): LabView | null {
  const found = scenarioOf(built, scenario);
  if (found?.network !== 'lab') return null;
  const {start, logs, end} = labLines(found, readerNames('image', scenario));
  return {start: [BUILD_LAB, start], after: [logs, end]};
}

/**
 * How the images are fetched and built that the runs of a page need, each once. A build that must fail is a run itself.
 */
export function repeatView(runs: readonly Built[], context: ViewContext): RepeatView {
  const examples = [...new Set(runs.map(({example}) => example))];
  return examples.map((example) => ({
    example: exampleRef(example, context),
    state: worstState(context.collection.standings.filter((one) => one.example.id === example.id)),
    zip: context.addresses.zip(example.id),
    script: context.addresses.reproduce(example.id),
    saysBuilder: runs.some(
      (run) => run.example === example && example.variants[run.variant]?.buildPlatform !== undefined,
    ),
    builds: [
      ...new Set(
        runs
          .filter(
            ({variant, ...run}) =>
              run.example === example && buildOf(example.manifest, variant) === 'success',
          )
          .map(({variant, platform}) => buildCommand(example, variant, platform)),
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
  const names = readerNames('IMAGE', scenario);
  const running = {...names, container: 'CONTAINER', lab: {...names.lab, container: 'CONTAINER'}};
  const {look} = found;
  // What the recorded run sets stands for the settings of the example's own build.
  if (look === undefined)
    return {
      lines: scenarioLines({...found, env: {}}, names),
      placeholders: ['IMAGE'],
      variables: Object.keys(found.env),
      pod: null,
    };
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
    variables: [],
    pod: podLine(anybody.look) ?? null,
  };
}
