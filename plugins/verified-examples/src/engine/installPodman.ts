import {ask, whyFailed} from './cli/cli';
import {machineFacts, onPath, whyNotProvision} from './provisioning';

/** Podman as Debian splits it; crun, its default runtime, cannot run on hybrid cgroups, runc can. */
const PACKAGES = ['podman', 'buildah', 'runc', 'netavark', 'aardvark-dns', 'containernetworking-plugins'];
const INSTALL_MS = 10 * 60_000;

/**
 * Installs podman on a disposable machine, for tests that prove both engines. Nothing happens where it is installed.
 * @throws Error with why it cannot be
 */
export async function installPodman(signal: AbortSignal): Promise<void> {
  if (onPath('podman') !== undefined) {
    return;
  }
  const why = whyNotProvision(machineFacts());
  if (why !== undefined) {
    throw new Error(`podman is not installed, and installing it is out of the question: ${why}`);
  }
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const steps = [
    [...apt, 'update'],
    [...apt, 'install', '--yes', '--no-install-recommends', ...PACKAGES],
  ];
  for (const argv of steps) {
    const cli = {prefix: [], env: {DEBIAN_FRONTEND: 'noninteractive'}};
    const answer = await ask(cli, argv, {signal, timeoutMs: INSTALL_MS});
    if (answer.exit !== 0) {
      throw new Error(`${argv.join(' ')}: ${whyFailed(answer, INSTALL_MS)}`);
    }
  }
}
