import {spawnSync} from 'node:child_process';

export interface Times {
  /** Seconds by the clock. */
  wall: number;
  /** Seconds of processor, user and system, of the command and of every process that it waited for. */
  cpu: number;
}

/**
 * Runs a command to its end.
 *
 * @returns What it took; processor time is the shell's own count, POSIX `times`
 * @throws Error with the end of what it printed, when it fails
 */
export function timed(argv: readonly string[], options: {cwd: string; env?: NodeJS.ProcessEnv}): Times {
  const started = performance.now();
  const {status, stdout, stderr, output, error} = spawnSync(
    'sh',
    ['-c', '"$@" 3>&-; code=$?; times >&3; exit $code', 'sh', ...argv],
    {
      ...options,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  const wall = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0) {
    const said = `${stdout}\n${stderr}`.trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`${argv.join(' ')} ended with ${status ?? 'a signal'}:\n${said}`);
  }
  const [, children = ''] = (output[3] ?? '').trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  if (seconds.length !== 2) throw new Error(`times printed ${JSON.stringify(output[3])}`);
  return {wall, cpu: seconds.reduce((sum, one) => sum + one, 0)};
}
