import {join} from 'node:path';
import {openPrivateDocker} from '../private/privateDocker';
import {machineFacts, whyNotProvision} from '../provisioning';
import type {Strategy} from './strategy';

/** A Docker Engine that the project fetches and runs by itself, on machines where nobody minds. */
export const privateDockerDaemon: Strategy = {
  engine: 'docker',
  title: 'a private Docker Engine',
  async open({cacheDir, signal, onProgress}) {
    const why = whyNotProvision(machineFacts());
    if (why !== undefined) {
      throw new Error(why);
    }
    return openPrivateDocker({directory: join(cacheDir, 'engine', 'docker'), signal, onProgress});
  },
};
