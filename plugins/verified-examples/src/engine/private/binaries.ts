import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ask, whyFailed} from '../cli/cli';
import {onPath} from '../provisioning';
import {atLeast} from '../versions';
import {fetchDocker, type FetchOptions} from './fetchDocker';

interface DockerBinaries {
  docker: string;
  dockerd: string;
  /** PATH under which dockerd finds containerd and runc. */
  path: string;
  /** Value for `docker --config`. */
  config: string;
}

const NEEDED = [23, 0];
/** Big programs, read for the first time, on a busy machine. */
const VERSION_MS = 30_000;
const PLUGINS = 'usr/libexec/docker/cli-plugins';

/**
 * Docker's programs: those of the machine where they are complete and new enough and merely no daemon runs, else fetched ones
 * in `target`.
 * @param config directory for the client's configuration, ours alone
 */
export async function dockerBinaries(options: FetchOptions & {config: string}): Promise<DockerBinaries> {
  const installed = await installedBinaries(options);
  if (installed !== undefined) {
    return installed;
  }
  const {target, config} = options;
  if (!existsSync(target)) {
    await fetchDocker(options);
  }
  const directories = ['usr/sbin', 'usr/bin'].map((directory) => join(target, directory));
  const binaries = {
    docker: join(target, 'usr/bin/docker'),
    dockerd: join(target, 'usr/sbin/dockerd'),
    path: [...directories, process.env.PATH ?? ''].join(':'),
    config: writeConfig(config, [join(target, PLUGINS)]),
  };
  await mustRun(binaries, options.signal);
  return binaries;
}

async function installedBinaries(options: {
  config: string;
  signal: AbortSignal;
}): Promise<DockerBinaries | undefined> {
  const [docker, dockerd, containerd, runc] = ['docker', 'dockerd', 'containerd', 'runc'].map((name) =>
    onPath(name),
  );
  if (docker === undefined || dockerd === undefined || containerd === undefined || runc === undefined) {
    return undefined;
  }
  const path = [...new Set([dockerd, containerd, runc].map((file) => dirname(file)))].join(':');
  const binaries = {
    docker,
    dockerd,
    path: `${path}:${process.env.PATH ?? ''}`,
    config: writeConfig(options.config, []),
  };
  try {
    await mustRun(binaries, options.signal);
    return binaries;
  } catch {
    options.signal.throwIfAborted();
    // Too old or without buildx: then a fetched engine is used, and the machine's stays as it is.
    return undefined;
  }
}

/** @throws Error naming the first program that does not run here, or that is too old */
async function mustRun({docker, dockerd, path, config}: DockerBinaries, signal: AbortSignal): Promise<void> {
  const commands = [
    [dockerd, '--version'],
    ['containerd', '--version'],
    ['runc', '--version'],
    [docker, '--config', config, 'buildx', 'version'],
  ];
  for (const argv of commands) {
    const limits = {signal, timeoutMs: VERSION_MS};
    const answer = await ask({prefix: [], env: {PATH: path}}, argv, limits);
    if (answer.exit !== 0) {
      throw new Error(`${argv.join(' ')}: ${whyFailed(answer, VERSION_MS)}`);
    }
    if (argv[0] === dockerd && !atLeast(answer.stdout, NEEDED)) {
      throw new Error(`${dockerd} is too old: ${answer.stdout.trim()}`);
    }
  }
}

/** A configuration of our own: a user's may name another context, or log in somewhere. */
function writeConfig(directory: string, plugins: readonly string[]): string {
  mkdirSync(directory, {recursive: true});
  writeFileSync(join(directory, 'config.json'), `${JSON.stringify({cliPluginsExtraDirs: plugins})}\n`);
  return directory;
}
