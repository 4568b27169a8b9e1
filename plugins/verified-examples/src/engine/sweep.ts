import {ask, call, type Cli} from './cli/cli';
import {isSweepable, parseRun, runOfImage, type RunIdentity} from './identity';
import {removeImage} from './image/images';
import type {Containers} from './run/containers';

const LIMITS = {signal: new AbortController().signal, timeoutMs: 60_000};

/** Whose containers and images are removed. */
interface Sweep {
  self: RunIdentity;
  /** Also those of runs on this machine whose process is gone. */
  others: boolean;
  /** Images of this run that the sweep of the next run removes. */
  kept: ReadonlySet<string>;
}

/**
 * Removes the containers and volumes of this run and of those that are over, and the images they named with runImage(). Every
 * other image is kept: bases and the lab serve the next run too.
 */
export async function sweep(cli: Cli, containers: Containers, {self, others, kept}: Sweep): Promise<void> {
  const isOver = (owner: RunIdentity) => owner.run === self.run || (others && isSweepable(owner, self));
  for (const id of await sweepableContainers(cli, isOver)) {
    await containers.remove(id);
  }
  for (const volume of await sweepableVolumes(cli, isOver)) {
    await call(cli, ['volume', 'rm', '--force', volume], LIMITS);
  }
  for (const ref of await sweepableImages(cli, isOver)) {
    if (!kept.has(ref)) {
      await removeImage(cli, ref);
    }
  }
}

type IsOver = (owner: RunIdentity) => boolean;

async function sweepableContainers(cli: Cli, isOver: IsOver): Promise<string[]> {
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
    return owner !== undefined && isOver(owner) ? [id] : [];
  });
}

async function sweepableVolumes(cli: Cli, isOver: IsOver): Promise<string[]> {
  const format = '{{.Name}} {{.Labels}}';
  const listed = await call(
    cli,
    ['volume', 'ls', '--filter', 'label=guide.cgo.run', '--format', format],
    LIMITS,
  );
  return listed.split('\n').flatMap((line) => {
    const [name = ''] = line.split(' ');
    const owner = parseRun(/guide\.cgo\.run[=:]([\w-]+)/.exec(line)?.[1] ?? '');
    return owner !== undefined && isOver(owner) ? [name] : [];
  });
}

async function sweepableImages(cli: Cli, isOver: IsOver): Promise<string[]> {
  const listed = await call(cli, ['images', '--format', '{{.Repository}}:{{.Tag}}'], LIMITS);
  return listed.split('\n').filter((ref) => {
    const owner = runOfImage(ref);
    return owner !== undefined && isOver(owner);
  });
}
