import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {dockerBuildArguments} from '../build/buildArguments';
import {runBuild} from '../build/runBuild';
import {call, type Cli} from '../cli/cli';
import {stream} from '../cli/stream';
import {startWatchdog} from '../cli/watchdog';
import {CommandLineEngine} from '../commandLineEngine';
import {ownIdentity} from '../identity';
import {inspectImage} from '../image/images';
import {makeRunFolder} from '../runFolders';
import {quote} from '../../shell';
import {DOCKER_RUN} from '../run/runArguments';
import type {ByHand, CallOptions, Engine} from '../types';
import {layoutBases} from './layoutBases';
import {resolveWithBuildx} from './resolveWithBuildx';
import type {DockerFacts} from './probe';
import {withoutProxies} from './withoutProxies';

const PRUNE_MS = 5 * 60_000;

interface DockerOptions {
  cli: Cli;
  facts: DockerFacts;
  /** A daemon of the project: it has no bridge, and ends with us. */
  private?: {cleanup: string; shutdown: () => Promise<void>; byHand: ByHand} | undefined;
}

/** The engine behind a docker command line that probeDocker() found usable. */
export function createDocker({cli: plain, facts, private: own}: DockerOptions): Engine {
  const identity = ownIdentity();
  const folder = makeRunFolder();
  const env = {...plain.env, BUILDX_BUILDER: facts.builderOfEngine};
  const watchdog = startWatchdog({
    prefix: plain.prefix,
    env,
    label: `guide.cgo.run=${identity.run}`,
    cleanup: [`rm -rf ${quote(folder)}`, own?.cleanup ?? ''].join('\n'),
  });
  const cli: Cli = {prefix: plain.prefix, env, guard: watchdog};
  return new CommandLineEngine({
    name: 'docker',
    version: facts.version,
    builder: facts.builder,
    runtime: facts.runtime,
    platform: facts.platform,
    cli,
    byHand: own?.byHand ?? {prefix: plain.prefix, env},
    identity,
    watchdog,
    folder,
    flavour: {...DOCKER_RUN, env: withoutProxies(folder, env)},
    guessOutOfMemory: false,
    removeArguments: ['rm', '--force', '--volumes'],
    build: async (request, ping) => {
      const layouts = await layoutBases(cli, request);
      try {
        const args = dockerBuildArguments(
          {...request, bases: layouts.bases},
          // A remote builder has a network of its own, and rarely lets builds use its machine's.
          {
            network: own === undefined || request.builder !== undefined ? undefined : 'host',
            attestations: facts.attestations,
          },
        );
        return await runBuild(request, {engine: 'docker', cli, args, ping});
      } finally {
        await layouts.remove();
      }
    },
    exportImage: (ref, options) => exportRootfs(cli, ref, options),
    resolveDigest: (ref, options) => resolveWithBuildx(cli, ref, options),
    forgetBuilds: async ({signal}) => {
      if (own === undefined) return false;
      await call(cli, ['builder', 'prune', '--all', '--force'], {signal, timeoutMs: PRUNE_MS});
      return true;
    },
    sweepBuilds: () => Promise.resolve(),
    private: own !== undefined,
    shutdown: () => own?.shutdown() ?? Promise.resolve(),
  });
}

/**
 * The root file system by a build of nothing but `FROM image`, whose result is written as a tar. `docker export` would do as
 * well, but a container has files that its image has not: /.dockerenv, /etc/hosts, /etc/resolv.conf, /dev/console and more.
 */
async function* exportRootfs(cli: Cli, ref: string, {signal}: CallOptions): AsyncGenerator<Uint8Array> {
  const {platform} = await inspectImage(cli, ref);
  const args = [
    ['buildx', 'build', '--quiet', '--platform', platform],
    ['--build-context', `image=docker-image://${ref}`, '--output', 'type=tar,dest=-'],
  ].flat();
  // A Dockerfile from stdin would make buildx leave two temporary directories behind each time.
  const context = await mkdtemp(join(tmpdir(), 'cgo-field-guide-export-'));
  try {
    await writeFile(join(context, 'Dockerfile'), 'FROM image\n');
    yield* stream(cli, [...args, context], {signal, env: {BUILDX_NO_DEFAULT_ATTESTATIONS: '1'}});
  } finally {
    await rm(context, {recursive: true, force: true});
  }
}
