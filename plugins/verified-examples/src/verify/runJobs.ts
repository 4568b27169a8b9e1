import os from 'node:os';
import path from 'node:path';
import {readPins, writePins, type Pins} from '../../../base-images/src/pins';
import {baseIdentity} from '../bases/identity';
import {prepareBases} from '../bases/prepare';
import {openEngine} from '../engine/open';
import type {Engine} from '../engine/types';
import {brokenTwins} from '../gate/twins';
import type {PluginOptions} from '../options';
import {readReceipt} from '../receipt/read';
import {writeProofs} from '../receipt/write';
import {collect, type Collection} from '../site';
import {buildLab, hostPlatform, labBases, TOOLBOX} from './fixtures';
import {judgeAttempt, type Outcome} from './judgeAttempt';
import type {VerifyOptions} from './options';
import {markMoved, resolveAll, updatePins} from './pins';
import {planOffline, type Job, type PlannedJob} from './plan';
import {mapLimited} from './pool';
import {prove} from './prove';
import {Progress} from './report/progress';
import type {PreparedBase, Session} from './session';
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
  /** Sentences. */
  brokenTwins: string[];
}

/** Opens an engine, prepares what the jobs share, proves them, and closes the engine whatever happens. */
export async function runJobs(request: RunRequest): Promise<RunResult> {
  const planned = planOffline(request.collection, request.options);
  const progress = new Progress(process.stderr, planned.length);
  const onProgress = (line: string) => {
    progress.say(line);
  };
  const cacheDir = cacheFolder();
  const engine = await openEngine({
    wanted: request.options.engine,
    cacheDir,
    signal: request.signal,
    onProgress,
  });
  try {
    await engine.sweep();
    return await runWith(engine, {...request, cacheDir, planned, progress});
  } finally {
    progress.close();
    await engine.sweep();
    await engine.close();
  }
}

/** Rebuilt bases and a private engine are kept between runs, outside the repository. */
export function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'cgo-field-guide');
}

interface OpenRequest extends RunRequest {
  cacheDir: string;
  planned: PlannedJob[];
  progress: Progress;
}

async function runWith(engine: Engine, request: OpenRequest): Promise<RunResult> {
  const {options, siteDir, plugin, signal, progress} = request;
  if (options.updatePins) await pinAll(engine, request);
  // New pins make registry proofs stale, so the plan is made again.
  const collection = options.updatePins ? collect(siteDir, plugin) : request.collection;
  const planned = options.updatePins ? planOffline(collection, options) : request.planned;
  const refs = basesOf(planned, collection);
  const today = new Date().toISOString().slice(0, 10);
  const {world, pins} = await chooseWorld({
    asked: options.bases,
    pins: readPins(siteDir),
    refs,
    engine,
    signal,
    today,
  });
  const identity = baseIdentity(pins);
  if (world === 'registry' && !options.check) {
    await writePins(siteDir, pins);
    await observeRegistry(engine, collection, signal);
  }
  const outcomes: Outcome[] = [];
  if (planned.length > 0) {
    const jobs = planned.map((job): Job => ({...job, world}));
    const session = await openSession(engine, {...request, pins}, jobs, refs);
    const writing = new Map<string, Promise<void>>();
    await mapLimited(jobs, options.jobs, async (job) => {
      const attempt = await prove(session, job, identity, (step) => {
        progress.step(job, step);
      });
      const outcome = judgeAttempt(attempt, receiptOf(job.example), {
        check: options.check,
        expiresAfterDays: plugin.expiresAfterDays,
        now: new Date(),
      });
      outcomes.push(outcome);
      await inTurn(writing, job.example.id, () => write(outcome));
      progress.done(outcome);
    });
  }
  outcomes.sort((a, b) => jobOrder(planned, a) - jobOrder(planned, b));
  const after = options.check ? collection : collect(siteDir, plugin);
  const twins = brokenTwins(after.standings).map(
    ({example, symptom, reason}) => `twin ${symptom} of ${example}: ${reason}`,
  );
  return {
    outcomes,
    brokenTwins:
      planned.length === request.collection.standings.length || options.ids.length === 0 ? twins : [],
  };
}

async function openSession(
  engine: Engine,
  request: OpenRequest & {pins: Pins},
  jobs: readonly Job[],
  refs: readonly string[],
): Promise<Session> {
  const {options, pins, cacheDir, folder, signal, progress} = request;
  const [first] = jobs;
  if (first === undefined) throw new Error('a session needs a job');
  const common = {
    engine,
    world: first.world,
    pins,
    cacheDir,
    signal,
    onProgress: (line: string) => {
      progress.say(line);
    },
  };
  const bases = new Map<string, PreparedBase>();
  for (const platform of new Set(jobs.map((job) => job.platform))) {
    for (const [ref, base] of await prepareBases({...common, refs, platform})) bases.set(ref, base);
  }
  const lab = jobs.find(({example}) => example.lab.length > 0)?.example.lab;
  const own = await prepareBases({
    ...common,
    refs: [TOOLBOX, ...(lab === undefined ? [] : labBases(lab))],
    platform: hostPlatform(),
  });
  progress.say('building the lab');
  return {
    engine,
    folder,
    signal,
    bases,
    labImage: lab === undefined ? undefined : await buildLab(engine, lab, own, {folder, signal}),
    toolboxImage: own.get(TOOLBOX)?.engineRef,
    builder: options.builder,
    noCache: options.check || options.force,
    reproduce: !options.check,
  };
}

function basesOf(jobs: readonly PlannedJob[], {examples}: Collection): string[] {
  const concerned =
    jobs.length === 0
      ? examples.flatMap((example) => Object.values(example.variants))
      : jobs.flatMap(({example, variant}) => example.variants[variant] ?? []);
  const lab = jobs.find(({example}) => example.lab.length > 0)?.example.lab;
  const refs = concerned.flatMap(({dockerfileFacts}) => dockerfileFacts.bases);
  return [...new Set([...refs, TOOLBOX, ...(lab === undefined ? [] : labBases(lab))])].sort();
}

async function pinAll(engine: Engine, {siteDir, collection, signal, progress}: OpenRequest): Promise<void> {
  const digests = await resolveAll(engine, basesOf([], collection), signal);
  const changed = await updatePins(siteDir, digests, new Date().toISOString().slice(0, 10));
  progress.say(`${changed.length} pins changed${changed.length === 0 ? '' : `: ${changed.join(', ')}`}`);
}

/** Compares tags with pins without building anything, and notes in the receipts which have moved. */
async function observeRegistry(engine: Engine, collection: Collection, signal: AbortSignal): Promise<void> {
  const digests = await resolveAll(engine, basesOf([], collection), signal);
  const seen = `${new Date().toISOString().slice(0, 19)}Z`;
  for (const example of collection.examples) {
    const receipt = receiptOf(example);
    const moved = receipt === undefined ? undefined : markMoved(receipt, digests, seen);
    if (moved !== undefined) await writeProofs(example, receipt, moved);
  }
}

function receiptOf(example: Job['example']) {
  const read = readReceipt(example);
  return read.refused === undefined ? read.receipt : undefined;
}

async function write({write: proof, attempt: {job}}: Outcome): Promise<void> {
  if (proof !== undefined) await writeProofs(job.example, receiptOf(job.example), [proof]);
}

/** Two variants of one example share a receipt: they write one after the other. */
async function inTurn(
  queues: Map<string, Promise<void>>,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(name, turn);
  await turn;
}

function jobOrder(planned: readonly PlannedJob[], {attempt}: Outcome): number {
  return planned.findIndex(
    ({example, variant, platform}) =>
      example.id === attempt.job.example.id &&
      variant === attempt.job.variant &&
      platform === attempt.job.platform,
  );
}
