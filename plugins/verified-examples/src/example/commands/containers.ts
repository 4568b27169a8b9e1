import type {HttpCheck, Scenario} from '../model/scenario';
import {labFile, LAB_CONFIG, mountedFiles, seccompFile} from './files';
import type {Names} from './names';

/** A container as words of a `run`: options, image, what follows the image. */
export interface Container {
  options: string[];
  image: string;
  args: string[];
}

/** Port that a service listens on. */
const PORT = 8080;
/** How long a service may take to listen. */
const START = '15s';

/**
 * The examined container of a scenario. The verifier runs it with exactly these words and adds what can't change an
 * outcome: a name, labels, bounds of memory, processes, output and time.
 */
export function examinedContainer(scenario: Scenario, names: Names): Container {
  const {entrypoint = [], args, env, user, limits, sysctls = {}, seccomp, readOnly, writable} = scenario;
  const [program, ...before] = entrypoint;
  const {nofile, pids, memory} = limits ?? {};
  const profile = seccomp === undefined ? undefined : seccompFile(scenario, [])?.path;
  return {
    options: [
      ['--network', scenario.network === 'lab' ? `container:${names.lab.container}` : 'none'],
      pids === undefined ? [] : ['--pids-limit', String(pids)],
      nofile === undefined ? [] : ['--ulimit', `nofile=${nofile}:${nofile}`],
      memory === undefined ? [] : ['--memory', memory, '--memory-swap', memory],
      Object.entries(sysctls).flatMap(([name, value]) => ['--sysctl', `${name}=${value}`]),
      profile === undefined ? [] : ['--security-opt', `seccomp=${names.profile(profile)}`],
      readOnly === undefined ? [] : ['--read-only'],
      user === undefined ? [] : ['--user', user],
      Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      mountedFiles(scenario, []).flatMap(({path, target}) => mount(names.file(path), target)),
      writable.flatMap((folder) => ['--tmpfs', folder]),
      program === undefined ? [] : ['--entrypoint', program],
    ].flat(),
    image: names.image,
    args: [...before, ...args],
  };
}

/** The lab with the zone and the faults of a scenario. Podman gives port 53 to nobody but root unless told; Docker does. */
export function labContainer(scenario: Pick<Scenario, 'id' | 'dns'>, {lab, file}: Names): Container {
  return {
    options: [
      ['--network', 'none', '--sysctl', 'net.ipv4.ip_unprivileged_port_start=0'],
      mount(file(labFile(scenario).path), LAB_CONFIG),
    ].flat(),
    image: lab.image,
    args: [],
  };
}

/** Asks the service of a scenario over HTTP, from its own network namespace. */
export function askingContainer(
  {network}: Pick<Scenario, 'network'>,
  {method, path, body}: HttpCheck,
  {lab, container}: Names,
): Container {
  return {
    options: ['--network', `container:${network === 'lab' ? lab.container : container}`],
    image: lab.image,
    args: [
      ['get', '-wait', START],
      method === 'GET' ? [] : ['-method', method],
      body === undefined ? [] : ['-data', body],
      [`http://127.0.0.1:${PORT}${path}`],
    ].flat(),
  };
}

/**
 * A container of a public image that looks at the examined one from outside: at a file taken out of its image, at the
 * tar of all its files, or into a namespace of a running container.
 *
 * @throws Error for a look without a tool
 */
export function lookingContainer({network, look}: Scenario, names: Names): Container {
  const image = look?.stage === undefined ? look?.with : names.stage(look.stage);
  if (look === undefined || image === undefined) throw new Error('this scenario looks with no tool');
  const joined = `container:${network === 'lab' ? names.lab.container : names.container}`;
  const mounts =
    look.take !== undefined ? mount(names.taken, '/taken') : look.list ? mount(names.tar, '/image.tar') : [];
  const namespace = {network: ['--network', joined], pid: ['--network', 'none', '--pid', joined]};
  return {
    options: [
      look.joins === undefined ? ['--network', 'none'] : namespace[look.joins],
      look.user === undefined ? [] : ['--user', look.user],
      (look.capabilities ?? []).flatMap((name) => ['--cap-add', name]),
      mounts,
    ].flat(),
    image: names.tool(image),
    args: look.args,
  };
}

function mount(source: string, target: string): string[] {
  return ['-v', `${source}:${target}:ro`];
}
