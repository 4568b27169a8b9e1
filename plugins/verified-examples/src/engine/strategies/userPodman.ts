import {createPodman} from '../podman/podman';
import {probePodman} from '../podman/probe';
import {onPath} from '../provisioning';
import type {Strategy} from './strategy';

/** The podman that readers have, with their store and their settings. */
export const userPodman: Strategy = {
  engine: 'podman',
  title: 'your podman',
  async open({signal}) {
    if (onPath('podman') === undefined) {
      throw new Error('podman is not installed');
    }
    const cli = {prefix: ['podman'], env: {}};
    return createPodman({cli, facts: await probePodman(cli, signal, {firstUse: false})});
  },
};
