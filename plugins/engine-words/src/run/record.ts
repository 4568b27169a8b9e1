import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import * as z from 'zod';
import {withScratch} from '../../../base-images/src/machine/atomic';
import type {Workshop} from '../../../base-images/src/make/workshop';
import {removeCgroups} from '../../../verified-examples/src/engine/private/cgroups';
import {casesOf, type Case} from '../cases';
import {mustRun, startEngine} from './startEngine';
import {isBuilder, packagesOf, type Engine} from '../engines';
import {keyOf} from '../key';
import type {Inspected, Receipt, Words} from '../model';
import {normalise} from './normalise';
import {planOf, POD} from '../plan';
import {seal} from '../receipts';
import {CGROUP} from '../setup';
import type {Root} from './roots';
import {enter, type Said, type Session} from './session';
import {tellingOf} from '../split';

interface Request {
  engine: Engine;
  root: Root;
  /** Folder with an archive of each image. */
  images: string;
  /** Folder with crictl. */
  tools: string;
  workshop: Workshop;
}

/** How long a container that was started in the background may take to end. */
const SETTLE_MS = 1500;
/** Where engines put the control groups of containers. */
const GROUPS = [CGROUP, 'libpod_parent', 'buildah', 'k8s.io', 'default'];

/**
 * Runs every case with one engine.
 * @throws Error when the engine does not start, or with every case that gives nothing
 */
export async function recordEngine({engine, root, images, tools, workshop}: Request): Promise<Receipt> {
  const {signal, cache, onProgress} = workshop;
  const cases = casesOf(engine);
  const recorded: Record<string, Words> = {};
  await withScratch(cache, async (work) => {
    const binds = {'words/images': images, 'words/bin': tools};
    const session = await enter({root: root.directory, work, binds, signal});
    try {
      const pause = engine.kind === 'cri' ? ['pause'] : [];
      await startEngine(engine, session, [...pause, ...cases.map(({image}) => image.name)]);
      const pod = engine.kind === 'cri' ? await startPod(session) : undefined;
      for (const one of cases) {
        onProgress(`${engine.id}: ${one.id}`);
        recorded[one.id] = await runCase(engine, one, session, pod);
      }
    } finally {
      await session.close();
      for (const group of GROUPS) await removeCgroups(group);
    }
  });
  // Every text must split, or a page would show the words of an engine as those of a runtime.
  for (const one of cases) tellingOf(engine, one, recorded[one.id]);
  return seal({
    schema: 1,
    engine: engine.id,
    key: keyOf(engine),
    date: new Date().toISOString().slice(0, 10),
    packages: Object.fromEntries(packagesOf(engine).map((name) => [name, root.packages[name] ?? ''])),
    cases: recorded,
  });
}

/** @returns Id of a pod that all containers run in */
async function startPod(session: Session): Promise<string> {
  await writeFile(join(session.folder, 'pod.json'), JSON.stringify(POD));
  return (await mustRun(session, 'crictl runp /words/pod.json')).trim();
}

async function runCase(engine: Engine, one: Case, session: Session, pod: string | undefined): Promise<Words> {
  const plan = planOf(engine, one);
  const folder = join(session.folder, 'case');
  let container: string | undefined;
  const run = async (command: string): Promise<Said> => {
    const said = await session.run(
      command
        .replaceAll('POD', pod ?? 'POD')
        .replaceAll('CONTAINER', container ?? 'CONTAINER')
        .replace(' pod.json', ' /words/pod.json'),
    );
    if (pod !== undefined && /^[0-9a-f]{64}\n$/.test(said.stdout)) container = said.stdout.trim();
    const ids = {POD: pod, CONTAINER: container};
    return {...said, stdout: normalise(said.stdout, ids), stderr: normalise(said.stderr, ids)};
  };
  for (const [name, text] of Object.entries(plan.files)) await writeFile(join(folder, name), text);
  try {
    for (const command of plan.before) {
      const {exit, stderr} = await run(command);
      if (exit !== 0) throw new Error(`${one.id}: ${command}: ${stderr}`);
    }
    // As a terminal shows it: builders print a step's words on one stream and its end on the other.
    const merged = isBuilder(engine.kind) ? ' 2>&1' : '';
    const {command, said} = await firstFailure(plan.asked, (each) => run(each + merged));
    // The end of what was started in the background is only seen afterwards.
    if (one.run.detach !== undefined || engine.kind === 'cri') await delay(SETTLE_MS);
    const inspected = plan.inspect === null ? undefined : await run(plan.inspect);
    const log = plan.log === null ? undefined : await run(plan.log);
    return {
      ...{before: [...plan.before], files: {...plan.files}, command, ...said},
      state: inspected?.exit === 0 ? inspectedOf(engine, inspected.stdout) : null,
      log: log?.exit === 0 ? log.stdout : null,
    };
  } finally {
    for (const command of plan.after) await run(command);
    await rm(folder, {recursive: true, force: true});
    await mkdir(folder);
  }
}

/** The first command that fails, or the last. */
async function firstFailure(
  commands: readonly string[],
  run: (command: string) => Promise<Said>,
): Promise<{command: string; said: Said}> {
  const [command = '', ...rest] = commands;
  const said = await run(command);
  return said.exit !== 0 || rest.length === 0 ? {command, said} : firstFailure(rest, run);
}

const ContainerState = z.object({
  Status: z.string(),
  ExitCode: z.int(),
  OOMKilled: z.boolean(),
  Error: z.string(),
});

const CriState = z.object({
  status: z.object({state: z.string(), exitCode: z.int(), reason: z.string(), message: z.string()}),
});

function inspectedOf({kind}: Engine, json: string): Inspected {
  const data: unknown = JSON.parse(json);
  if (kind === 'cri') {
    const {state, exitCode, reason, message} = CriState.parse(data).status;
    return {status: state, exit: exitCode, reason, message};
  }
  const {Status, ExitCode, OOMKilled, Error: message} = ContainerState.parse(data);
  // Podman says stopped until it has cleaned up after a container that exited.
  return {status: Status === 'stopped' ? 'exited' : Status, exit: ExitCode, oomKilled: OOMKilled, message};
}
