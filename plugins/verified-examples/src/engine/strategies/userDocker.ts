import {createDocker} from '../docker/docker';
import {probeDocker} from '../docker/probe';
import {onPath} from '../provisioning';
import type {Strategy} from './strategy';

/** The docker that readers have: DOCKER_HOST and the current context decide what it talks to. */
export const userDocker: Strategy = {
  engine: 'docker',
  title: 'your docker',
  async open({signal}) {
    if (onPath('docker') === undefined) {
      throw new Error('docker is not installed');
    }
    const cli = {prefix: ['docker'], env: {}};
    return createDocker({cli, facts: await probeDocker(cli, signal)});
  },
};
