import {randomUUID} from 'node:crypto';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Example} from '../collect/example';
import type {RunRequest, RunResult} from '../engine/types';
import {normalise} from '../expect/normalise';
import type {Rootfs} from '../inspect/rootfs';
import {milliseconds, type Limits, type Scenario} from '../model/manifest';
import type {DnsQuery, FileFact, HttpAnswer, ScenarioResult} from '../model/receipt';
import {quote, readerCommand} from './readerCommand';
import {Lab} from './lab';
import type {Session} from './session';

export interface ScenarioRequest {
  example: Example;
  scenario: Scenario;
  image: string;
  platform: string;
  rootfs: Rootfs;
}

export interface ScenarioRun {
  result: ScenarioResult;
  /** What stopped the run from being one: a time-out, a flood, no answer. Texts for people. */
  broken: string[];
  /** The exact engine command. */
  command: string;
}

/** How long a service may take to listen, and to end after SIGTERM. */
const START_MS = 15_000;
const GRACE_MS = 10_000;

/** Runs one scenario in a locked-down container, with a lab beside it when it asks for one. */
export async function runScenario(session: Session, request: ScenarioRequest): Promise<ScenarioRun> {
  const {scenario} = request;
  const lab = scenario.network === 'lab' ? await startLab(session, scenario) : undefined;
  try {
    const run = await toRunRequest(session, request, lab);
    const outcome =
      scenario.http === undefined
        ? await runOnce(session, run)
        : await runService(session, run, scenario, lab);
    const queries = lab === undefined || scenario.dns === undefined ? [] : await lab.queries();
    return describe(request, run, outcome, queries);
  } finally {
    await lab?.close();
  }
}

async function startLab(session: Session, scenario: Scenario): Promise<Lab> {
  if (session.labImage === undefined) throw new Error('the lab was not built');
  const lab = await Lab.start(session.engine, session.labImage, session.signal);
  if (scenario.dns !== undefined) await lab.serveDns(scenario.dns.records);
  return lab;
}

async function toRunRequest(
  session: Session,
  request: ScenarioRequest,
  lab: Lab | undefined,
): Promise<RunRequest> {
  const {scenario, example, image, platform} = request;
  const limits: Limits = example.manifest.limits;
  return {
    image,
    platform,
    name: `cgo-guide-${scenario.id}-${randomUUID().slice(0, 8)}`,
    entrypoint: scenario.entrypoint,
    args: scenario.args,
    env: scenario.env,
    user: scenario.user,
    stdin: scenario.stdin,
    mounts: await writeMounts(session.folder, request, lab),
    tmpfs: scenario.writable,
    network: lab === undefined ? 'none' : {container: lab.name},
    memory: limits.memory,
    pids: limits.pids,
    maxOutput: limits.output,
    timeoutMs: milliseconds(scenario.timeout),
    signal: session.signal,
  };
}

const RESOLV_CONF = '/etc/resolv.conf';

async function writeMounts(
  folder: string,
  {scenario, example}: ScenarioRequest,
  lab: Lab | undefined,
): Promise<Record<string, string>> {
  const files = scenario.files.map(({path: target, content, from}) => ({
    target,
    bytes: content ?? example.context.find((file) => file.path === from)?.bytes ?? '',
  }));
  if (lab !== undefined && scenario.dns !== undefined && !files.some(({target}) => target === RESOLV_CONF)) {
    files.push({target: RESOLV_CONF, bytes: 'nameserver 127.0.0.1\n'});
  }
  if (files.length === 0) return {};
  await mkdir(folder, {recursive: true});
  const mounts = await mkdtemp(path.join(folder, 'mounts-'));
  const written = await Promise.all(
    files.map(async ({target, bytes}, index) => {
      const source = path.join(mounts, `${index}-${path.posix.basename(target)}`);
      await writeFile(source, bytes, {mode: 0o644});
      return [target, source] as const;
    }),
  );
  return Object.fromEntries(written);
}

interface Outcome {
  ended: RunResult;
  http: HttpAnswer[];
  broken: string[];
}

async function runOnce({engine}: Session, run: RunRequest): Promise<Outcome> {
  return {ended: await engine.run(run), http: [], broken: []};
}

/** Starts the service, asks it through the lab, stops it: its exit code after SIGTERM is part of the outcome. */
async function runService(
  {engine}: Session,
  run: RunRequest,
  scenario: Scenario,
  lab: Lab | undefined,
): Promise<Outcome> {
  if (lab === undefined) throw new Error(`scenario ${scenario.id} asks over HTTP, which needs network: lab`);
  const container = await engine.start(run);
  const http: HttpAnswer[] = [];
  const broken: string[] = [];
  try {
    for (const [index, check] of (scenario.http ?? []).entries()) {
      const request = `${check.method} ${check.path}`;
      try {
        const {status, body} = await lab.http(check, scenario.port, index === 0 ? START_MS : 0);
        http.push({request, status, body});
      } catch (error) {
        broken.push(`${request}: ${error instanceof Error ? error.message : String(error)}`);
        break;
      }
    }
    return {ended: await container.stop(GRACE_MS), http, broken};
  } finally {
    await container.close();
  }
}

function describe(
  {example, scenario, rootfs}: ScenarioRequest,
  run: RunRequest,
  {ended, http, broken}: Outcome,
  dns: DnsQuery[],
): ScenarioRun {
  const clean = (text: string) =>
    normalise(text, {names: {[run.name]: '<container>'}, rules: example.manifest.normalise});
  const reasons = [...broken];
  if (ended.timedOut) reasons.push(`still ran after ${scenario.timeout} and was killed`);
  if (ended.flooded) reasons.push(`printed more than ${example.manifest.limits.output} bytes and was killed`);
  if (ended.outOfMemory)
    reasons.push(`used more than ${example.manifest.limits.memory} of memory and was killed`);
  return {
    result: {
      id: scenario.id,
      title: scenario.title,
      command: readerCommand(example.id, scenario),
      exit: ended.exit,
      stdout: clean(ended.stdout.toString('utf8')),
      stderr: clean(ended.stderr.toString('utf8')),
      seconds: Math.round(ended.seconds * 100) / 100,
      http: http.map((answer) => ({...answer, body: clean(answer.body)})),
      dns,
      files: (scenario.expect.files ?? []).map((file) => fileFact(file, rootfs)),
    },
    broken: reasons,
    command: ended.command.map(quote).join(' '),
  };
}

function fileFact(expected: NonNullable<Scenario['expect']['files']>[number], rootfs: Rootfs): FileFact {
  const entry = rootfs.get(expected.path);
  const absent = {path: expected.path, exists: false, mode: null, owner: null, text: null};
  if (entry === undefined) return absent;
  return {
    path: expected.path,
    exists: true,
    mode: entry.mode.toString(8).padStart(4, '0'),
    owner: `${entry.uid}:${entry.gid}`,
    text: expected.text === undefined ? null : (entry.content?.toString('utf8') ?? ''),
  };
}
