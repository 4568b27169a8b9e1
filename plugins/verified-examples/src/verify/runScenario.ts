import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import type {Example} from '../example/collect/example';
import {
  askingContainer,
  examinedContainer,
  labContainer,
  lookingContainer,
} from '../example/commands/containers';
import {labFile, mountedFiles, seccompFile} from '../example/commands/files';
import type {Names} from '../example/commands/names';
import {runCommands} from '../example/commands/ofVariant';
import {milliseconds} from '../example/model/primitives';
import type {Scenario} from '../example/model/scenario';
import {besideImage} from '../engine/identity';
import type {RunResult, Shelf} from '../engine/types';
import {messageOf} from '../messageOf';
import {normalise} from '../proof/expect/normalise';
import {checkText} from '../proof/expect/text';
import type {DnsQuery, FileFact, HttpAnswer, ScenarioResult} from '../proof/model/receipt';
import type {Rootfs} from './inspect/rootfs';
import {askService, Lab, LabRefusal} from './lab';
import {repeatText} from './repeat';
import {writeRunFiles} from './runFiles';
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
  /** What stopped the run from being one: a time-out, a flood, no answer. */
  broken: string[];
  /** The engine lost some of what was printed: the run says nothing. */
  lost: boolean;
  /** Shell text that repeats it. */
  command: string;
}

/** How long a service may take to end after SIGTERM. */
const GRACE_MS = 10_000;

/** Where files of an image are put: one of them, all of them. */
const TAKEN = 'taken';
const TAR = 'image.tar';

/** How often a run that lost its output is repeated; after that it counts as it is. */
const AGAIN = 2;

/** Runs one scenario, with a lab beside it when it asks for one. */
export async function runScenario(session: Session, request: ScenarioRequest): Promise<ScenarioRun> {
  let run = await runOnceOver(session, request);
  for (let again = 0; again < AGAIN && (run.lost || lostItsOutput(run, request.scenario)); again++)
    run = await runOnceOver(session, request);
  return run;
}

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
  const {scenario, example, image} = request;
  const {engine, signal} = session;
  const beside = scenario.network === 'lab';
  const files = [
    ...mountedFiles(scenario, example.context),
    ...[seccompFile(scenario, example.context) ?? []].flat(),
    ...(beside ? [labFile(scenario)] : []),
  ];
  const root = await writeRunFiles(session.folder, files);
  const shelf = await engine.shelve(root, image, {signal});
  await shelf.fill();
  const names: Names = {
    image,
    lab: {image: session.labImage ?? '', container: ''},
    container: '',
    look: '',
    tool: (ref) => session.tools.get(ref) ?? ref,
    stage: (name) => besideImage(image, name),
    file: (name) => path.posix.join(shelf.path, name),
    profile: (name) => path.join(root, name),
    taken: path.posix.join(shelf.path, TAKEN),
    tar: path.posix.join(shelf.path, TAR),
  };
  let lab: Lab | undefined;
  try {
    lab = beside ? await Lab.start(engine, labContainer(scenario, names), signal) : undefined;
    const withLab = {...names, lab: {...names.lab, container: lab?.name ?? ''}};
    const outcome = await outcomeOf(session, {...request, root, shelf}, withLab);
    if ('refused' in outcome) return notRun(request, outcome.refused);
    const queries = lab === undefined || scenario.dns === undefined ? [] : await lab.queries();
    const command = repeatText(engine, {
      command: outcome.ended.command,
      lab: lab && {command: lab.command},
    });
    return describe(request, outcome, {queries, command});
  } catch (error) {
    if (error instanceof LabRefusal) return notRun(request, `the lab refused: ${error.message}`);
    throw error;
  } finally {
    await lab?.close();
  }
}

/** A scenario that could not start. It has no result to hold against anything. */
function notRun({example, scenario: {id, title}}: ScenarioRequest, reason: string): ScenarioRun {
  const command = `npm run verify ${example.id}`;
  const nothing = {exit: 0, stdout: '', stderr: '', seconds: 0, http: [], dns: [], files: []};
  return {result: {id, title, command, ...nothing}, ran: false, broken: [reason], lost: false, command};
}

interface Outcome {
  ended: RunResult;
  /** Of the container. */
  name: string;
  http: HttpAnswer[];
  broken: string[];
}

/** A scenario with its files: where they are, and where containers find them. */
interface Furnished extends ScenarioRequest {
  root: string;
  shelf: Shelf;
}

async function outcomeOf(
  session: Session,
  request: Furnished,
  names: Names,
): Promise<Outcome | {refused: string}> {
  const {scenario} = request;
  if (scenario.look !== undefined) return lookAt(session, request, names);
  if (scenario.http !== undefined) return runService(session, request, names);
  const run = toRunRequest(request, examinedContainer(scenario, names), session.signal);
  return {ended: await session.engine.run(run), name: run.name, http: [], broken: []};
}

/** Starts the service, asks it, stops it: its exit code after SIGTERM is part of the outcome. */
async function runService(
  {engine, signal}: Session,
  request: ScenarioRequest,
  names: Names,
): Promise<Outcome> {
  const {scenario} = request;
  const {name, ...run} = toRunRequest(request, examinedContainer(scenario, names), signal);
  const container = await engine.start({name, ...run});
  const http: HttpAnswer[] = [];
  const broken: string[] = [];
  try {
    for (const check of scenario.http ?? []) {
      const asked = `${check.method} ${check.path}`;
      try {
        const asking = askingContainer(scenario, check, {...names, container: name});
        http.push({request: asked, ...(await askService(engine, asking, signal))});
      } catch (error) {
        signal.throwIfAborted();
        broken.push(`${asked}: ${messageOf(error)}`);
        break;
      }
    }
    return {ended: await container.stop(GRACE_MS), name, http, broken};
  } finally {
    await container.close();
  }
}

/** Looks at the image, or at a container of it, from outside. */
async function lookAt(
  session: Session,
  request: Furnished,
  names: Names,
): Promise<Outcome | {refused: string}> {
  const {engine, signal} = session;
  const {scenario, image, root, shelf} = request;
  const {take, list, joins, inspect, after = '0ms'} = scenario.look ?? {};
  if (take !== undefined || list !== undefined) {
    const why = await engine.takeOut(
      image,
      (name) => [
        take === undefined
          ? ['export', '-o', path.join(root, TAR), name]
          : ['cp', `${name}:${take}`, path.join(root, TAKEN)],
      ],
      {signal},
    );
    if (why !== undefined) return {refused: why};
    await shelf.fill();
  }
  const examined = toRunRequest(request, examinedContainer(scenario, names), signal);
  const running = (joins !== undefined || inspect === 'container') && scenario.network !== 'lab';
  const container = running ? await engine.start(examined) : undefined;
  try {
    await delay(milliseconds(after), undefined, {signal});
    const name = examined.name;
    if (inspect !== undefined) {
      const [format = ''] = scenario.look?.args ?? [];
      const subject = inspect === 'image' ? image : name;
      return {ended: await engine.inspect(subject, format, {signal}), name, http: [], broken: []};
    }
    const looking = lookingContainer(scenario, {...names, container: name});
    const run = toRunRequest({...request, platform: undefined}, looking, signal);
    return {ended: await engine.run(run), name: run.name, http: [], broken: []};
  } finally {
    await container?.close();
  }
}

function describe(
  {example, variant, scenario, platform, rootfs}: ScenarioRequest,
  {ended, name, http, broken}: Outcome,
  {queries, command}: {queries: DnsQuery[] | undefined; command: string},
): ScenarioRun {
  const clean = (text: string) =>
    normalise(text, {names: {[name]: '<container>'}, rules: example.manifest.normalise});
  const reasons = [...broken];
  if (queries === undefined) reasons.push('the engine lost what the lab printed');
  if (ended.timedOut) reasons.push(`still ran after ${scenario.timeout} and was killed`);
  if (ended.flooded) reasons.push(`printed more than ${example.manifest.limits.output} bytes and was killed`);
  if (ended.outOfMemory)
    reasons.push(`used more than ${memoryOf(scenario, example.manifest.limits)} of memory and was killed`);
  return {
    result: {
      id: scenario.id,
      title: scenario.title,
      command: runCommands(example, variant, platform, scenario).join('\n'),
      exit: ended.exit,
      stdout: clean(ended.stdout.toString('utf8')),
      stderr: clean(ended.stderr.toString('utf8')),
      seconds: Math.round(ended.seconds * 100) / 100,
      http: http.map((answer) => ({...answer, body: clean(answer.body)})),
      dns: queries ?? [],
      files: (scenario.expect.files ?? []).map((file) => fileFact(file, rootfs)),
    },
    ran: true,
    broken: reasons,
    lost: queries === undefined,
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
    // Null when it was not read: a folder, or a link to one. No expectation of text holds then.
    text: expected.text === undefined ? null : (entry.content?.toString('utf8') ?? null),
  };
}
