import {randomUUID} from 'node:crypto';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Example} from '../example/collect/example';
import type {RunRequest} from '../engine/types';
import type {Limits} from '../example/model/manifest';
import type {Scenario} from '../example/model/scenario';
import {milliseconds} from '../example/model/words';
import {resolvConf} from './resolvConf';
import type {Session} from './session';

export interface Run {
  example: Example;
  scenario: Scenario;
  image: string;
  platform: string;
}

/**
 * What the engine is asked for to run a scenario. The files that the container is given are written.
 *
 * @param lab - The container whose network it joins; undefined: it has none
 */
export async function toRunRequest(
  {folder, signal}: Pick<Session, 'folder' | 'signal'>,
  {example, scenario, image, platform}: Run,
  lab: {name: string} | undefined,
): Promise<RunRequest> {
  const {limits} = example.manifest;
  const files = filesOf(scenario, example, lab !== undefined);
  const seccomp = scenario.seccomp === undefined ? [] : [{bytes: fileOf(example, scenario.seccomp)}];
  const names = [...files.map(({target}) => path.posix.basename(target)), 'seccomp.json'];
  const written = await writeFiles(
    folder,
    [...files, ...seccomp].map(({bytes}, index) => ({name: `${index}-${names[index] ?? ''}`, bytes})),
  );
  return {
    image,
    platform,
    name: `cgo-guide-${scenario.id}-${randomUUID().slice(0, 8)}`,
    entrypoint: scenario.entrypoint,
    args: scenario.args,
    env: scenario.env,
    user: scenario.user,
    stdin: scenario.stdin,
    mounts: Object.fromEntries(files.map(({target}, index) => [target, written[index] ?? ''])),
    tmpfs: scenario.writable,
    network: lab === undefined ? 'none' : {container: lab.name},
    memory: memoryOf(scenario, limits),
    pids: scenario.limits?.pids ?? limits.pids,
    openFiles: scenario.limits?.nofile,
    sysctls: scenario.sysctls,
    seccomp: written[files.length],
    maxOutput: limits.output,
    timeoutMs: milliseconds(scenario.timeout),
    signal,
  };
}

/** What a run may use of memory: as much as its scenario says, or else its example. */
export function memoryOf({limits}: Pick<Scenario, 'limits'>, {memory}: Pick<Limits, 'memory'>): string {
  return limits?.memory ?? memory;
}

const RESOLV_CONF = '/etc/resolv.conf';

function filesOf(scenario: Scenario, example: Example, besideLab: boolean) {
  const files = scenario.files.map(({path: target, content, from}) => ({
    target,
    bytes: content ?? fileOf(example, from),
  }));
  if (besideLab && scenario.dns !== undefined && !files.some(({target}) => target === RESOLV_CONF)) {
    files.push({target: RESOLV_CONF, bytes: resolvConf(scenario.dns)});
  }
  return files;
}

function fileOf({context}: Example, name: string | undefined): string | Buffer {
  return context.find((file) => file.path === name)?.bytes ?? '';
}

/** @returns Where each was written, in a folder of this run */
async function writeFiles(
  folder: string,
  files: readonly {name: string; bytes: string | Buffer}[],
): Promise<string[]> {
  if (files.length === 0) return [];
  await mkdir(folder, {recursive: true});
  const mounts = await mkdtemp(path.join(folder, 'mounts-'));
  return Promise.all(
    files.map(async ({name, bytes}) => {
      const file = path.join(mounts, name);
      await writeFile(file, bytes, {mode: 0o644});
      return file;
    }),
  );
}
