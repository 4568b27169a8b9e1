import {aptInstall} from '../../../base-images/src/machine/aptInstall';
import {machineFacts, onPath, whyNotProvision} from './provisioning';

/** Podman as Debian splits it; crun, its default runtime, cannot run on hybrid cgroups, runc can. */
const PACKAGES = ['podman', 'buildah', 'runc', 'netavark', 'aardvark-dns', 'containernetworking-plugins'];

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
    throw new Error(`podman is not installed, and must not be installed here: ${why}`);
  }
  await aptInstall(PACKAGES, signal);
}
