import {randomUUID} from 'node:crypto';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Example} from '../collect/example';
import type {RunRequest, RunResult} from '../engine/types';
import {normalise} from '../expect/normalise';
import {checkText} from '../expect/text';
import type {Rootfs} from '../inspect/rootfs';
import type {Limits} from '../model/manifest';
import {platformsOf} from '../model/platforms';
import type {Scenario} from '../model/scenario';
import {milliseconds} from '../model/words';
import type {DnsQuery, FileFact, HttpAnswer, ScenarioResult} from '../model/receipt';
import {readerCommand} from './readerCommand';
import {repeatText} from './repeat';
import {Lab, LabRefusal} from './lab';
import {resolvConf} from './resolvConf';
import type {Session} from './session';

export interface ScenarioRequest {
  example: Example;
  variant: string;
  scenario: Scenario;
  image: string;
  platform: string;
  rootfs: Rootfs;
}

export interface ScenarioRun {
  result: ScenarioResult;
  /** Whether the container was started. */
  ran: boolean;
  /** What stopped the run from being one: a time-out, a flood, no answer. Texts for people. */
  broken: string[];
  /** Shell text that repeats it. */
  command: string;
}

/** How long a service may take to listen, and to end after SIGTERM. */
const START_MS = 15_000;
const GRACE_MS = 10_000;

/** Runs one scenario in a locked-down container, with a lab beside it when it asks for one. */
export async function runScenario(session: Session, request: ScenarioRequest): Promise<ScenarioRun> {
  const run = await runOnceOver(session, request);
  return lostItsOutput(run, request.scenario) ? runOnceOver(session, request) : run;
}

/**
 * On a busy machine the client of an engine now and then passes on nothing of what a container printed, and its exit
 * code 0. Such a run says nothing; the next one counts, whatever it is.
 */
function lostItsOutput({result, broken}: ScenarioRun, {expect}: Scenario): boolean {
  const silent = result.exit === 0 && result.stdout === '' && result.stderr === '' && broken.length === 0;
  return silent && checkText('stdout', expect.stdout, '').length > 0;
}

async function runOnceOver(session: Session, request: ScenarioRequest): Promise<ScenarioRun> {
  const {scenario} = request;
  const lab = scenario.network === 'lab' ? await startLab(session) : undefined;
  try {
    const refused = await serveDns(lab, scenario);
    if (refused !== undefined) return notRun(request, refused);
    const run = await toRunRequest(session, request, lab);
    const outcome =
      scenario.http === undefined
        ? await runOnce(session, run)
        : await runService(session, run, scenario, lab);
    const queries = lab === undefined || scenario.dns === undefined ? [] : await lab.queries();
    const command = repeatText(session.engine, {
      command: outcome.ended.command,
      stdin: scenario.stdin,
      lab: lab && {command: lab.command, before: lab.served, meanwhile: lab.asked},
    });
    return describe(request, run, outcome, {queries, command});
  } finally {
    await lab?.close();
  }
}

async function startLab(session: Session): Promise<Lab> {
  if (session.labImage === undefined) throw new Error('the lab was not built');
  return Lab.start(session.engine, session.labImage, session.signal);
}

/** @returns Why the lab refused what the manifest asks of it, in its own words; undefined: it serves */
async function serveDns(lab: Lab | undefined, {dns}: Scenario): Promise<string | undefined> {
  try {
    if (dns !== undefined) await lab?.serveDns(dns);
    return undefined;
  } catch (error) {
    if (error instanceof LabRefusal) return `the lab refused: ${error.message}`;
    throw error;
  }
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
    files.push({target: RESOLV_CONF, bytes: resolvConf(scenario.dns)});
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

/** A scenario that could not start. It has no result to hold against anything. */
function notRun({example, scenario: {id, title}}: ScenarioRequest, reason: string): ScenarioRun {
  const command = `npm run verify ${example.id}`;
  const nothing = {exit: 0, stdout: '', stderr: '', seconds: 0, http: [], dns: [], files: []};
  return {result: {id, title, command, ...nothing}, ran: false, broken: [reason], command};
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
  {example, variant, scenario, platform, rootfs}: ScenarioRequest,
  run: RunRequest,
  {ended, http, broken}: Outcome,
  {queries, command}: {queries: DnsQuery[]; command: string},
): ScenarioRun {
  const clean = (text: string) =>
    normalise(text, {names: {[run.name]: '<container>'}, rules: example.manifest.normalise});
  const foreign = platformsOf(example.manifest, variant).length > 1 ? platform : undefined;
  const reasons = [...broken];
  if (ended.timedOut) reasons.push(`still ran after ${scenario.timeout} and was killed`);
  if (ended.flooded) reasons.push(`printed more than ${example.manifest.limits.output} bytes and was killed`);
  if (ended.outOfMemory)
    reasons.push(`used more than ${example.manifest.limits.memory} of memory and was killed`);
  return {
    result: {
      id: scenario.id,
      title: scenario.title,
      command: readerCommand(example.id, scenario, foreign),
      exit: ended.exit,
      stdout: clean(ended.stdout.toString('utf8')),
      stderr: clean(ended.stderr.toString('utf8')),
      seconds: Math.round(ended.seconds * 100) / 100,
      http: http.map((answer) => ({...answer, body: clean(answer.body)})),
      dns: queries,
      files: (scenario.expect.files ?? []).map((file) => fileFact(file, rootfs)),
    },
    ran: true,
    broken: reasons,
    command,
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
