/** Prints why nothing is installed on this machine; nothing, where it may be. */
import {machineFacts, whyNotProvision} from '../../plugins/verified-examples/src/engine/provisioning';

process.stdout.write(whyNotProvision(machineFacts()) ?? '');
