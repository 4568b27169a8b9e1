import type {BuildRequest, RunRequest} from '../../types';
import {TEST_IMAGE} from './testImage';

let count = 0;

/** A signal that never aborts. */
export function calm(): AbortSignal {
  return new AbortController().signal;
}

/** A run of the test image, with limits that no well-behaved test reaches. */
export function runRequest(args: readonly string[], overrides: Partial<RunRequest> = {}): RunRequest {
  count += 1;
  return {
    image: TEST_IMAGE,
    name: `cgo-test-${process.pid}-${count}`,
    args,
    env: {},
    mounts: {},
    tmpfs: [],
    network: 'none',
    memory: '64m',
    pids: 32,
    maxOutput: 64 * 1024,
    timeoutMs: 60_000,
    signal: calm(),
    ...overrides,
  };
}

export function sh(script: string, overrides: Partial<RunRequest> = {}): RunRequest {
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
