import {createDocker} from '../docker/docker';
import {probeDocker} from '../docker/probe';
import {onPath} from '../provisioning';
import type {Strategy} from './strategy';

/** The docker that readers have: DOCKER_HOST and the current context decide what it talks to. */
export const userDocker: Strategy = {
  engine: 'docker',
  title: 'your docker',
  async open({signal}) {
    // On Windows the PATH is searched in another way; there a missing docker says so itself.
    if (process.platform !== 'win32' && onPath('docker') === undefined) {
      throw new Error('docker is not installed');
    }
    const cli = {prefix: ['docker'], env: {}};
    return createDocker({cli, facts: await probeDocker(cli, signal)});
  },
};
