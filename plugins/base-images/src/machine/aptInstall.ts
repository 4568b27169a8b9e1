import {run} from './run';

const INSTALL_MS = 10 * 60_000;

/**
 * Installs packages of Debian on this machine, as root. Its lists are read first: those of a machine that was just made
 * are old, or none.
 * @throws Error with what apt printed last
 */
export async function aptInstall(packages: readonly string[], signal: AbortSignal): Promise<void> {
  const options = {signal, timeoutMs: INSTALL_MS, env: {DEBIAN_FRONTEND: 'noninteractive'}};
  // Another apt may be at work on a machine that was just started.
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await run(['apt-get', ...patient, 'update'], options);
  await run(['apt-get', ...patient, 'install', '--yes', '--no-install-recommends', ...packages], options);
}
