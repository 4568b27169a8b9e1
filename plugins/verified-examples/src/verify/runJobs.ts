import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {readPins, writePins, type Pins} from '../../../base-images/src/pins';
import {baseIdentity, basesWithoutRecipe} from '../proof/bases/identity';
import {openEngine} from '../engine/open';
import {sweepRunFolders} from '../engine/runFolders';
import type {Engine} from '../engine/types';
import type {World} from '../proof/model/receipt';
import type {PluginOptions} from '../settings';
import {collect, refuseInvalid, type Collection} from '../proof/collection';
import type {Outcome} from './judgeAttempt';
import {basesOf} from './neededBases';
import {openSession} from './openSession';
import type {VerifyOptions} from './flags';
import {planOffline, type Job, type PlannedJob} from './plan';
import {proveAll} from './proveAll';
import type {Kept} from './report/kept';
import {Progress} from './report/progress';
import {askOnce, movedTags, resolveAll, type MovedTag} from './pins';
import {coverageOf, inTurns, recentlyChanged, type Coverage} from './turns';
import {noteMoved, pinAll, provedBases} from './upstream';
import {withEngine} from './withEngine';
import {chooseWorld} from './world';

export interface RunRequest {
  siteDir: string;
  plugin: PluginOptions;
  options: VerifyOptions;
  collection: Collection;
  folder: string;
  signal: AbortSignal;
  keepFolder: () => void;
  /** Called as each job is done: what is known when the run ends early. */
  onOutcome: (outcome: Outcome) => unknown;
}

export interface RunResult {
  outcomes: Outcome[];
  /** Examples as they are proved now. */
  collection: Collection;
  /** Tags that are no longer what is pinned; empty where no registry was asked. */
  moved: MovedTag[];
  /** What a budget left no time for; undefined: there is no budget. */
  coverage?: Coverage | undefined;
  /** Undefined: nothing failed in a way that can be repeated. */
  kept?: Kept | undefined;
}

/** Opens an engine, proves what is planned, and closes the engine whatever happens. What failed is kept. */
export async function runJobs(request: RunRequest): Promise<RunResult> {
  const {options, signal} = request;
  const progress = new Progress(process.stderr);
  const onProgress = (line: string) => {
    progress.say(line);
  };
  sweepRunFolders();
  const cacheDir = cacheFolder();
  const engine = await openEngine({wanted: options.engine, cacheDir, signal, onProgress});
  try {
    const work = async () => {
      const result = await runWith(engine, {...request, cacheDir, progress, onProgress});
      return {...result, kept: keepFailed(engine, result.outcomes, request)};
    };
    return await withEngine(engine, work, onProgress);
  } finally {
    progress.close();
  }
}

function keepFailed(
  engine: Engine,
  outcomes: readonly Outcome[],
  {folder, keepFolder}: RunRequest,
): Kept | undefined {
  const failed = outcomes.filter(({status}) => status === 'failed');
  if (failed.length === 0) return undefined;
  const images = failed.flatMap(({attempt}) => attempt.keptImages ?? []);
  keepFolder();
  engine.keep(images);
  return {folder, images, reopen: engine.byHand.reopen};
}

interface OpenRequest extends RunRequest {
  cacheDir: string;
  progress: Progress;
  onProgress: (line: string) => void;
}

async function runWith(engine: Engine, request: OpenRequest): Promise<RunResult> {
  const {options, siteDir, plugin, signal, progress, onProgress} = request;
  const registry = askOnce(engine);
  const now = new Date();
  let {collection} = request;
  if (options.updatePins) {
    const changed = await pinAll({registry, siteDir, collection, signal, now});
    onProgress(`pins changed: ${changed.length === 0 ? 'none' : changed.join(', ')}`);
    // New pins make registry proofs stale.
    collection = collect(siteDir, plugin);
  }
  const turns = inTurns(
    planOffline(collection, options),
    options.budget === undefined ? [] : recentlyChanged(siteDir),
    Math.floor(now.getTime() / 86_400_000),
  );
  const planned = options.budget === undefined ? planOffline(collection, options) : turns.jobs;
  progress.total = planned.length;
  const today = now.toISOString().slice(0, 10);
  const old = readPins(siteDir);
  const refs = basesOf(planned);
  const {world, pins} = await chooseWorld({
    ...{asked: options.bases, pins: old, refs},
    ...{registry, signal, today, onProgress},
  });
  const examples = collection.examples.filter(({id}) => options.ids.length === 0 || options.ids.includes(id));
  if (world === 'rebuilt') refuseInvalid(basesWithoutRecipe(planned));
  const watched = world === 'registry' ? [...new Set([...refs, ...provedBases(examples)])] : [];
  const digests = await resolveAll(registry, watched, signal);
  // Before anything is proved: a receipt whose pin is not committed would be stale.
  if (Object.keys(pins).length > Object.keys(old).length && !options.check) await writePins(siteDir, pins);
  const outcomes = planned.length === 0 ? [] : await proveOn({...request, planned, world, pins, engine});
  // After it: a proof made now on what is pinned is marked too.
  if (!options.check) await noteMoved(examples, digests, now);
  const coverage = options.budget === undefined ? undefined : coverageOf(turns, outcomes);
  return {outcomes, collection: collect(siteDir, plugin), moved: movedTags(pins, digests), coverage};
}

interface ProveRequest extends OpenRequest {
  engine: Engine;
  planned: readonly PlannedJob[];
  world: World;
  pins: Pins;
}

async function proveOn(request: ProveRequest): Promise<Outcome[]> {
  const {planned, world, pins, plugin} = request;
  const jobs = planned.map((job): Job => ({...job, world}));
  const session = await openSession({...request, jobs});
  const identity = baseIdentity(pins);
  return proveAll({
    ...request,
    session,
    jobs,
    identity,
    expiresAfterDays: plugin.expiresAfterDays,
  });
}
