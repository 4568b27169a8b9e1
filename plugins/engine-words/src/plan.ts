import type {Case, RunOptions} from './cases';
import type {Engine} from './engines';

/** What is done for a case, in the words of a shell. `NAME` is what the runner puts the id of a pod or container for. */
export interface Plan {
  /** Files beside which the commands run. */
  files: Readonly<Record<string, string>>;
  /** Commands that have to succeed first. */
  before: readonly string[];
  /** The command whose words are recorded; of CRI, the last of `asked` that was reached. */
  asked: readonly string[];
  /** Prints the engine's view of the container as JSON; null: it keeps none. */
  inspect: string | null;
  log: string | null;
  after: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** Of every container: there is one at a time. */
const NAME = 'app';

/** Everything that an engine is told for a case. What `crictl` calls ids stands as POD and CONTAINER. */
export function planOf(engine: Engine, one: Case): Plan {
  switch (engine.kind) {
    case 'docker':
    case 'podman':
      return containerPlan(engine.kind, one);
    case 'ctr':
      return ctrPlan(one);
    case 'cri':
      return criPlan(one);
    case 'classic':
      return buildPlan('DOCKER_BUILDKIT=0 docker build --network none .', one);
    case 'buildkit':
      return buildPlan('DOCKER_BUILDKIT=1 docker build --network none .', one);
    case 'buildah':
      return buildPlan('buildah build .', one);
  }
}

function buildPlan(command: string, {image, step = ''}: Case): Plan {
  const files = {Dockerfile: `FROM ${image.name}\n${step}\n`};
  return {files, before: [], asked: [command], inspect: null, log: null, after: []};
}

function containerPlan(program: 'docker' | 'podman', {image, run}: Case): Plan {
  const start = [program, 'run', ...flagsOf(run), '--name', NAME, image.name].join(' ');
  const {exec} = run;
  return {
    files: profileFiles(run),
    before: exec === undefined ? [] : [start],
    asked: [exec === undefined ? start : [program, 'exec', NAME, ...exec].join(' ')],
    inspect: exec === undefined ? `${program} inspect --format '{{json .State}}' ${NAME}` : null,
    log: exec === undefined ? `${program} logs ${NAME} 2>&1` : null,
    after: [`${program} rm --force ${NAME}`],
  };
}

function flagsOf({
  detach,
  workdir,
  readOnly,
  refuse,
  memoryMegabytes,
  processes,
  exec,
}: RunOptions): string[] {
  return [
    ...(detach === undefined && exec === undefined ? [] : ['--detach']),
    ...(workdir === undefined ? [] : ['--workdir', workdir]),
    ...(readOnly === undefined ? [] : ['--read-only']),
    ...(refuse === undefined ? [] : ['--security-opt', `seccomp=${refuse}.json`]),
    ...(memoryMegabytes === undefined ? [] : ['--memory', `${memoryMegabytes}m`]),
    ...(processes === undefined ? [] : ['--pids-limit', String(processes)]),
  ];
}

/** A seccomp profile that refuses one system call with EPERM, as too old a profile does with what it does not know. */
function profileFiles({refuse}: RunOptions): Plan['files'] {
  if (refuse === undefined) return {};
  const profile = {
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [{names: [refuse], action: 'SCMP_ACT_ERRNO', errnoRet: 1}],
  };
  return {[`${refuse}.json`]: `${JSON.stringify(profile, null, 2)}\n`};
}

function ctrPlan({image, run}: Case): Plan {
  const {workdir, readOnly, refuse, memoryMegabytes, exec} = run;
  const start = [
    ...['ctr', 'run'],
    ...(exec === undefined ? [] : ['--detach']),
    ...(workdir === undefined ? [] : ['--cwd', workdir]),
    ...(readOnly === undefined ? [] : ['--read-only']),
    ...(refuse === undefined ? [] : ['--seccomp', '--seccomp-profile', `${refuse}.json`]),
    ...(memoryMegabytes === undefined ? [] : ['--memory-limit', String(memoryMegabytes * MEGABYTE)]),
    ...[`docker.io/library/${image.name}:latest`, NAME],
  ].join(' ');
  return {
    files: profileFiles(run),
    before: exec === undefined ? [] : [start],
    asked: [exec === undefined ? start : ['ctr', 'task', 'exec', '--exec-id', 'x', NAME, ...exec].join(' ')],
    inspect: null,
    log: null,
    after: [`ctr task rm --force ${NAME}`, `ctr container rm ${NAME}`, `ctr snapshot rm ${NAME}`],
  };
}

/** The folder in which the runner lays a plan's files. */
export const FOLDER = '/words/case';

/** What a pod is made of: on the machine's own network, so that no plugin for networks is needed. */
export const POD = {
  metadata: {name: 'app', namespace: 'default', uid: 'app'},
  log_directory: '/words/log',
  linux: {security_context: {namespace_options: {network: 2}}},
};

function criPlan({image, run}: Case): Plan {
  const {workdir, readOnly, refuse, memoryMegabytes, exec} = run;
  const container = {
    metadata: {name: 'app'},
    image: {image: `docker.io/library/${image.name}:latest`},
    log_path: 'app.log',
    working_dir: workdir,
    linux: {
      resources: {memory_limit_in_bytes: memoryMegabytes && memoryMegabytes * MEGABYTE},
      security_context: {
        namespace_options: {network: 2},
        readonly_rootfs: readOnly,
        seccomp: refuse && {profile_type: 2, localhost_ref: `${FOLDER}/${refuse}.json`},
      },
    },
  };
  const create = 'crictl create POD container.json pod.json';
  const start = 'crictl start CONTAINER';
  return {
    files: {...profileFiles(run), 'container.json': `${JSON.stringify(container, null, 2)}\n`},
    before: exec === undefined ? [] : [create, start],
    asked: exec === undefined ? [create, start] : [['crictl', 'exec', 'CONTAINER', ...exec].join(' ')],
    inspect: exec === undefined ? 'crictl inspect CONTAINER' : null,
    log: exec === undefined ? 'crictl logs CONTAINER 2>&1' : null,
    after: ['crictl rm --force CONTAINER'],
  };
}
