/** Prints what of this machine decides which steps of the tests run here, as JSON. */
import {machineFacts, onPath, whyNotProvision} from '../../plugins/verified-examples/src/engine/provisioning';

export interface Machine {
  /** Why nothing may be installed here; undefined: it may. */
  refusal?: string | undefined;
  podman: boolean;
}

const machine: Machine = {
  refusal: whyNotProvision(machineFacts()),
  podman: onPath('podman') !== undefined,
};
process.stdout.write(JSON.stringify(machine));
