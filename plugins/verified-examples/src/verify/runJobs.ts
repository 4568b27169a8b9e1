import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {readPins, writePins} from '../../../base-images/src/pins';
import {baseIdentity} from '../bases/identity';
import {openEngine} from '../engine/open';
import type {Engine} from '../engine/types';
import type {PluginOptions} from '../options';
import {collect, type Collection} from '../site';
import type {Outcome} from './judgeAttempt';
import {basesOf, openSession} from './openSession';
import type {VerifyOptions} from './options';
import {planOffline, type Job} from './plan';
import {proveAll} from './proveAll';
import {Progress} from './report/progress';
import {observeRegistry, pinAll} from './upstream';
import {chooseWorld} from './world';

export interface RunRequest {
  siteDir: string;
  plugin: PluginOptions;
  options: VerifyOptions;
  collection: Collection;
  folder: string;
  signal: AbortSignal;
}

export interface RunResult {
  outcomes: Outcome[];
  /** Examples as they are proved now. */
  collection: Collection;
}

/** Opens an engine, proves what is planned, and closes the engine whatever happens. */
export async function runJobs(request: RunRequest): Promise<RunResult> {
  const {options, signal} = request;
  const progress = new Progress(process.stderr, planOffline(request.collection, options).length);
  const onProgress = (line: string) => {
    progress.say(line);
  };
  const cacheDir = cacheFolder();
  const engine = await openEngine({wanted: options.engine, cacheDir, signal, onProgress});
  let result: RunResult;
  try {
    await engine.sweep();
    result = await runWith(engine, {...request, cacheDir, progress, onProgress});
  } catch (error) {
    progress.close();
    // What went wrong first is what is reported; an engine that died can't be swept either.
    await engine.sweep().catch(() => undefined);
    await engine.close();
    throw error;
  }
  progress.close();
  await engine.sweep();
  await engine.close();
  return result;
}

interface OpenRequest extends RunRequest {
  cacheDir: string;
  progress: Progress;
  onProgress: (line: string) => void;
}

async function runWith(engine: Engine, request: OpenRequest): Promise<RunResult> {
  const {options, siteDir, plugin, signal, onProgress} = request;
  const now = new Date();
  let {collection} = request;
  if (options.updatePins) {
    const changed = await pinAll({engine, siteDir, collection, signal, now});
    onProgress(`pins changed: ${changed.length === 0 ? 'none' : changed.join(', ')}`);
    // New pins make registry proofs stale.
    collection = collect(siteDir, plugin);
  }
  const planned = planOffline(collection, options);
  const today = now.toISOString().slice(0, 10);
  const asked = {
    asked: options.bases,
    pins: readPins(siteDir),
    refs: basesOf(planned),
    engine,
    signal,
    today,
  };
  const {world, pins} = await chooseWorld(asked);
  if (world === 'registry' && !options.check) {
    await writePins(siteDir, pins);
    await observeRegistry({engine, collection, signal, now});
  }
  if (planned.length === 0) return {outcomes: [], collection: collect(siteDir, plugin)};
  const jobs = planned.map((job): Job => ({...job, world}));
  const session = await openSession({...request, engine, pins, jobs});
  const identity = baseIdentity(pins);
  const outcomes = await proveAll({
    ...request,
    session,
    jobs,
    identity,
    expiresAfterDays: plugin.expiresAfterDays,
  });
  return {outcomes, collection: collect(siteDir, plugin)};
}
