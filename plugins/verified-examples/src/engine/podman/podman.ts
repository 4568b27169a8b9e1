import {podmanBuildArguments} from '../build/buildArguments';
import {runBuild} from '../build/runBuild';
import type {Cli} from '../cli/cli';
import {startWatchdog} from '../cli/watchdog';
import {CommandLineEngine} from '../commandLineEngine';
import {ownIdentity} from '../identity';
import {childrenOf, hardLimit, pidMax} from '../process/procfs';
import {killGroup} from '../process/process';
import {resolveOverHttp} from '../registry/resolveOverHttp';
import {containersOf} from '../run/containers';
import {makeRunFolder} from '../runFolders';
import {quote} from '../../shell';
import {podmanRun} from '../run/runArguments';
import {EngineError, type Engine} from '../types';
import {exportRootfs} from './exportRootfs';
import {localBases} from './localBases';
import type {PodmanFacts} from './probe';
import {sweepBuilds} from './sweepBuilds';

interface PodmanOptions {
  cli: Cli;
  facts: PodmanFacts;
  /** A store of the project: no network of its own, and all that builds left in it is ours. */
  private?: {cleanup: string; shutdown: () => Promise<void>; cgroup: string | undefined} | undefined;
}

const REMOVE = ['rm', '--force', '--time', '0', '--depend', '--volumes'];

/** The engine behind a podman command line that probePodman() found usable. */
export function createPodman({cli: plain, facts, private: own}: PodmanOptions): Engine {
  const identity = ownIdentity();
  const folder = makeRunFolder();
  const prefix = [...plain.prefix, ...facts.runtimeFlags];
  const watchdog = startWatchdog({
    prefix,
    env: plain.env,
    label: `guide.cgo.run=${identity.run}`,
    cleanup: [`rm -rf ${quote(folder)}`, own?.cleanup ?? ''].join('\n'),
  });
  const cli: Cli = {prefix, env: plain.env, guard: watchdog};
  const limits = processLimits(facts.remote);
  let running = 0;
  let builds = 0;
  return new CommandLineEngine({
    name: 'podman',
    version: facts.version,
    builder: facts.builder,
    runtime: facts.runtime,
    platform: facts.platform,
    cli,
    byHand: {prefix, env: plain.env},
    identity,
    watchdog,
    folder,
    flavour: podmanRun(limits),
    guessOutOfMemory: facts.silentOutOfMemory,
    removeArguments: REMOVE,
    build: async (request, ping) => {
      if (request.builder !== undefined) {
        throw new EngineError(`Podman has no remote builders: --builder ${request.builder} needs Docker`);
      }
      const bases = await localBases(cli, request, facts.platform);
      builds += 1;
      const args = podmanBuildArguments(
        {...request, bases},
        {
          network: own === undefined ? undefined : 'host',
          limits,
          // What --cgroup-parent names is the group of the step itself, which two builds may not share.
          cgroup: own?.cgroup === undefined ? undefined : `/${own.cgroup}/build-${builds}`,
        },
      );
      running += 1;
      try {
        return await runBuild(request, {engine: 'podman', cli, args, ping, soften: endCommandOfBuild});
      } finally {
        running -= 1;
      }
    },
    exportImage: (ref, {signal}) => exportRootfs(cli, containersOf(cli, REMOVE), {ref, identity, signal}),
    resolveDigest: resolveOverHttp,
    // What a build leaves are images among others: a build without a cache is the one that is sure to run.
    forgetBuilds: () => Promise.resolve(false),
    sweepBuilds: () => (own === undefined || running > 0 ? Promise.resolve() : sweepBuilds(cli)),
    private: own !== undefined,
    shutdown: () => own?.shutdown() ?? Promise.resolve(),
  });
}

/**
 * Ends what a build runs, not podman itself: then the build fails, and podman removes its working container and its mounts.
 * On a signal of its own it leaves both behind.
 */
function endCommandOfBuild(pid: number): void {
  const children = childrenOf(pid);
  for (const child of children) {
    try {
      process.kill(child, 'SIGTERM');
    } catch {
      // It has just ended.
    }
  }
  if (children.length === 0) {
    killGroup(pid, 'SIGTERM');
  }
}

/** Limits that podman may set: it asks for a million of each unless told, which root without CAP_SYS_RESOURCE may not. */
function processLimits(remote: boolean): string[] {
  const processes = Math.min(
    32_768,
    (remote ? undefined : hardLimit('Max processes')) ?? 32_768,
    pidMax() ?? 32_768,
  );
  const files = Math.min(65_536, (remote ? undefined : hardLimit('Max open files')) ?? 65_536);
  return [`nofile=${files}:${files}`, `nproc=${processes}:${processes}`];
}
