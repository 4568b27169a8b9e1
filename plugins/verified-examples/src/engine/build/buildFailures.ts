import type {Engine} from '../types';

/**
 * Texts by which the clients of Docker and Podman say that the engine, not the build or the container, has failed: the
 * daemon does not answer, the connection broke off, or the disk is full. BuildKit writes its reason on the line that
 * begins with ERROR, Podman on the one that begins with Error. All are anchored: a line that a command of the Dockerfile
 * printed begins with its step and time where Docker shows it. Podman shows it as it is, see verdicts().
 */
const GONE: Readonly<Record<Engine['name'], readonly RegExp[]>> = {
  docker: [
    /^(?:ERROR: |docker: )?Cannot connect to the Docker daemon/,
    /^(?:ERROR: |docker: )?error during connect/i,
    /^ERROR: .*rpc error: code = Unavailable/,
    /^ERROR: .*\bUnavailable: /,
    /^(?:ERROR: .*|docker: )?(?:error reading from server: EOF|unexpected EOF)/,
    /^ERROR: .*(?:connection reset by peer|connection refused|closing transport)/,
    /^ERROR: .*no space left on device/,
  ],
  podman: [
    /^Error: .*rpc error: code = Unavailable/,
    /^Error: .*no space left on device/,
    /^Error: unable to connect to Podman/,
  ],
};

/** A command of the Dockerfile failed; its text is quoted in the line and may hold anything. */
const COMMAND_FAILED = /did not complete successfully|while running runtime/;

const FAILED = /^(?:ERROR|Error): /;

/** Lines by which a client may say why a build failed: the last of those that begin with Error is its own, not a step's. */
function verdicts(output: string): string[] {
  const lines = output.split(/\r?\n/);
  const own = lines.findLastIndex((line) => FAILED.test(line));
  if (COMMAND_FAILED.test(lines[own] ?? '')) return [];
  return lines.filter((line, index) => index === own || !FAILED.test(line));
}

/** The line by which the engine says that it failed itself; undefined when it says nothing of the kind. */
export function engineGone(engine: Engine['name'], output: string): string | undefined {
  return verdicts(output).find((line) => GONE[engine].some((pattern) => pattern.test(line)));
}

/** A base could not be pulled: BuildKit resolves and copies it, Podman pings its registry and reads its manifest and blobs. */
const NOT_PULLED = [
  /^ERROR: .*(?:failed to resolve source metadata|failed to do request|failed to copy|httpReadSeeker)/,
  /^Error: .*(?:initializing source docker:|pinging container registry|reading (?:manifest|blob)|copying image|unable to copy from source docker:)/,
];

/** The line by which a build says that it could not pull a base. */
export function pullFailed(output: string): string | undefined {
  return verdicts(output).find((line) => NOT_PULLED.some((pattern) => pattern.test(line)));
}
