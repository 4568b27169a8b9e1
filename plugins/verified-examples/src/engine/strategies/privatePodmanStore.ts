import {join} from 'node:path';
import {openPrivatePodman} from '../private/privatePodman';
import type {Strategy} from './strategy';

/** The machine's podman with a store of the project, for when the user's store or settings are in the way. */
export const privatePodmanStore: Strategy = {
  engine: 'podman',
  title: 'podman with a private store',
  open: ({cacheDir, signal, onProgress}) =>
    openPrivatePodman({directory: join(cacheDir, 'engine', 'podman'), signal, onProgress}),
};
