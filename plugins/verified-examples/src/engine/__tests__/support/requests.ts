import type {BuildRequest, RunRequest} from '../../types';
import {TEST_IMAGE} from './testImage';

let count = 0;

/** A signal that never aborts. */
export function calm(): AbortSignal {
  return new AbortController().signal;
}

/** What a test asks of a run beside the bounds, in words of its own. */
interface Asked {
  env?: Readonly<Record<string, string>>;
  user?: string;
  /** Path in the container to path on this machine. */
  mounts?: Readonly<Record<string, string>>;
  network?: 'none' | {container: string};
  entrypoint?: string;
}

/** A run of the test image, with limits that no well-behaved test reaches. */
export function runRequest(args: readonly string[], overrides: Partial<RunRequest> & Asked = {}): RunRequest {
  count += 1;
  const {env = {}, user, mounts = {}, network = 'none', entrypoint, options = [], ...rest} = overrides;
  return {
    image: TEST_IMAGE,
    name: `cgo-test-${process.pid}-${count}`,
    args,
    options: [
      ['--network', network === 'none' ? 'none' : `container:${network.container}`],
      user === undefined ? [] : ['--user', user],
      Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      Object.entries(mounts).flatMap(([target, source]) => ['-v', `${source}:${target}:ro`]),
      entrypoint === undefined ? [] : ['--entrypoint', entrypoint],
      options,
    ].flat(),
    memory: '64m',
    pids: 32,
    maxOutput: 64 * 1024,
    timeoutMs: 60_000,
    signal: calm(),
    ...rest,
  };
}

export function sh(script: string, overrides: Partial<RunRequest> & Asked = {}): RunRequest {
  return runRequest(['/bin/sh', '-c', script], overrides);
}

/** A build of a context directory whose `FROM builder:1` is the test image. */
export function buildRequest(
  context: string,
  tag: string,
  overrides: Partial<BuildRequest> = {},
): BuildRequest {
  return {
    context,
    dockerfile: `${context}/Dockerfile`,
    tag,
    platform: process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64',
    buildArgs: {},
    bases: {'builder:1': TEST_IMAGE},
    noCache: false,
    timeoutMs: 120_000,
    signal: calm(),
    onLine: () => undefined,
    ...overrides,
  };
}
