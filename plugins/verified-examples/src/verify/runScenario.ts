import type {Example} from '../example/collect/example';
import type {RunRequest, RunResult} from '../engine/types';
import {normalise} from '../proof/expect/normalise';
import {checkText} from '../proof/expect/text';
import type {Rootfs} from './inspect/rootfs';
import {messageOf} from '../messageOf';
import {platformsOf} from '../example/model/platforms';
import type {Scenario} from '../example/model/scenario';
import type {DnsQuery, FileFact, HttpAnswer, ScenarioResult} from '../proof/model/receipt';
import {readerCommand} from './readerCommand';
import {repeatText} from './repeat';
import {Lab, LabRefusal} from './lab';
import {memoryOf, toRunRequest} from './runRequest';
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
  let run = await runOnceOver(session, request);
  for (let again = 0; again < AGAIN && lostItsOutput(run, request.scenario); again++)
    run = await runOnceOver(session, request);
  return run;
}

/** How often a run that lost its output is repeated; after that it counts as it is. */
const AGAIN = 2;

/**
 * Docker waits two seconds for what an ended container still has to say, and drops the rest (moby `daemon/monitor.go`,
 * `handleContainerExit`): on a busy machine a run now and then ends with nothing printed at all. Such a run says nothing.
 */
export function lostItsOutput(
  {result, broken}: Pick<ScenarioRun, 'result' | 'broken'>,
  {expect}: Pick<Scenario, 'expect'>,
): boolean {
  if (result.stdout !== '' || result.stderr !== '' || broken.length > 0) return false;
  return [expect.stdout, expect.stderr].some((text) => checkText('output', text, '').length > 0);
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
        broken.push(`${request}: ${messageOf(error)}`);
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
    reasons.push(`used more than ${memoryOf(scenario, example.manifest.limits)} of memory and was killed`);
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
