import {ask, call, type Cli} from './cli/cli';
import {isSweepable, parseRun, runOfImage, type RunIdentity} from './identity';
import {removeImage} from './image/images';
import type {Containers} from './run/containers';

const LIMITS = {signal: new AbortController().signal, timeoutMs: 60_000};

/**
 * Removes the containers of this run and of runs on this machine whose process is gone, and the images they named with
 * runImage(). Every other image is kept: bases and the lab serve the next run too.
 */
export async function sweep(cli: Cli, containers: Containers, self: RunIdentity): Promise<void> {
  for (const id of await sweepableContainers(cli, self)) {
    await containers.remove(id);
  }
  for (const ref of await sweepableImages(cli, self)) {
    await removeImage(cli, ref);
  }
}

async function sweepableContainers(cli: Cli, self: RunIdentity): Promise<string[]> {
  const listed = await call(
    cli,
    ['ps', '--all', '--quiet', '--no-trunc', '--filter', 'label=guide.cgo.run'],
    LIMITS,
  );
  const ids = listed.split(/\s+/).filter((id) => id !== '');
  if (ids.length === 0) {
    return [];
  }
  // A container may go away between the two calls: then the others are printed all the same.
  const format = '{{.Id}} {{index .Config.Labels "guide.cgo.run"}}';
  const {stdout} = await ask(cli, ['container', 'inspect', '--format', format, ...ids], LIMITS);
  return stdout.split('\n').flatMap((line) => {
    const [id = '', run = ''] = line.split(' ');
    const owner = parseRun(run);
    return owner !== undefined && isSweepable(owner, self) ? [id] : [];
  });
}

async function sweepableImages(cli: Cli, self: RunIdentity): Promise<string[]> {
  const listed = await call(cli, ['images', '--format', '{{.Repository}}:{{.Tag}}'], LIMITS);
  return listed.split('\n').filter((ref) => {
    const owner = runOfImage(ref);
    return owner !== undefined && isSweepable(owner, self);
  });
}
