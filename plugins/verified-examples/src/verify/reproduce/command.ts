import {existsSync} from 'node:fs';
import path from 'node:path';
import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {readPins} from '../../../../base-images/src/pins';
import {openEngine} from '../../engine/open';
import type {Engine} from '../../engine/types';
import {milliseconds} from '../../example/model/primitives';
import {collect, type Collection} from '../../proof/collection';
import type {PluginOptions} from '../../settings';
import {withCleanup, type Scope} from '../cleanup';
import {EXIT, exitCodeOf, type ExitCode} from '../exitCode';
import {UsageError, type RawOptions} from '../flags';
import {withEngine} from '../withEngine';
import {givePublicNames} from './publicNames';
import {readersEngine} from './readersEngine';
import {runScript} from './runScript';
import {jobsTried, recordedRuns, withinBudget, type RecordedRun} from './select';

export interface ReproduceRequest {
  siteDir: string;
  plugin: PluginOptions;
  ids: readonly string[];
  raw: RawOptions;
}

/**
 * `docusaurus reproduce`: repeats recorded runs as a reader would, from the archives of the built site, each in an empty
 * folder, by the script that is in it.
 *
 * @returns The exit code; every expected failure has been printed
 */
export function reproduceCommand(request: ReproduceRequest): Promise<ExitCode> {
  return exitCodeOf(async () => {
    const {result, interrupted} = await withCleanup((scope) => reproduce(request, scope));
    return interrupted ? EXIT.interrupted : result;
  });
}

async function reproduce(request: ReproduceRequest, {folder, signal}: Scope): Promise<ExitCode> {
  const {siteDir, plugin, ids, raw} = request;
  const collection = collect(siteDir, plugin);
  const zipOf = (id: string) => path.join(siteDir, 'build', plugin.routeBasePath, id, `${id}.zip`);
  const withSlow = raw.slow === true;
  const examples = collection.examples.filter(({id, manifest}) =>
    ids.length === 0 ? manifest.slow !== true || withSlow : ids.includes(id),
  );
  const missing = examples.filter(({id}) => !existsSync(zipOf(id)));
  if (missing.length > 0 || examples.length === 0)
    throw new UsageError(
      examples.length === 0
        ? `There is no example ${ids.join(', ')}.`
        : 'The site is not built, and its archives are what is tried. First: npm run build',
    );
  const recorded = recordedRuns(examples, collection.standings, withSlow);
  const budget = typeof raw.budget === 'string' ? milliseconds(raw.budget) : undefined;
  // What was recorded says how long runs take, not how long their images do: the clock has the last word.
  const until = budget === undefined ? Infinity : Date.now() + budget;
  const runs =
    budget !== undefined
      ? withinBudget(recorded, {
          seconds: budget / 1000,
          turn: Math.floor(Date.now() / 86_400_000),
        })
      : recorded;
  const wanted = raw.engine === 'podman' || raw.engine === 'docker' ? raw.engine : 'auto';
  const say = (text: string) => {
    process.stderr.write(`${text}\n`);
  };
  const cacheDir = cacheFolder();
  const engine = await openEngine({wanted, cacheDir, signal, onProgress: say});
  const work = async () => {
    const program = await readersEngine(engine, folder);
    const total = {same: 0, eyes: 0, tried: 0};
    for (const {example, platform, group} of byImageNames(runs)) {
      if (Date.now() > until) break;
      await nameBases({
        ...{engine, program, collection, example, platform, withSlow, cacheDir, siteDir, signal, say},
      });
      const {same, eyes, differences} = await runScript({
        zip: zipOf(example),
        folder: path.join(folder, `${example}-${platform.replaceAll('/', '-')}`),
        ...{engine: program, runs: group, signal},
      });
      process.stdout.write(`${example} (${platform}): ${same} of ${group.length}\n${differences.join('')}`);
      total.same += same;
      total.eyes += eyes;
      total.tried += group.length;
    }
    process.stdout.write(
      `${total.same} of ${total.tried} runs reproduced; ${total.eyes} outputs to compare by eye; ${recorded.length - total.tried} of ${recorded.length} left out\n`,
    );
    return total.tried > 0 && total.same === total.tried ? EXIT.proved : EXIT.failed;
  };
  return withEngine(engine, work, say);
}

interface Group {
  example: string;
  platform: string;
  group: RecordedRun[];
}

/** A name stands for one image at a time: platforms of an example come one after the other. */
function byImageNames(runs: readonly RecordedRun[]): Group[] {
  const groups = new Map<string, Group>();
  for (const run of runs) {
    const {example, platform} = run;
    const name = `${example} ${platform}`;
    const {group} = groups.get(name) ?? {group: []};
    groups.set(name, {example, platform, group: [...group, run]});
  }
  return [...groups.values()];
}

interface Naming {
  engine: Engine;
  program: string;
  collection: Collection;
  example: string;
  platform: string;
  /** Also for variants that are slow by themselves. */
  withSlow: boolean;
  cacheDir: string;
  siteDir: string;
  signal: AbortSignal;
  say: (text: string) => void;
}

/** Where the engine is the project's own, no registry need answer; a user's own pulls as a reader's does. */
async function nameBases(request: Naming): Promise<void> {
  const {engine, program, collection, platform, withSlow, cacheDir, siteDir, signal, say} = request;
  if (!engine.own) return;
  const example = collection.examples.find(({id}) => id === request.example);
  if (example === undefined) return;
  await givePublicNames({
    ...{engine, program, jobs: jobsTried(example, platform, withSlow), cacheDir, signal},
    pins: readPins(siteDir),
    onProgress: say,
  });
}
