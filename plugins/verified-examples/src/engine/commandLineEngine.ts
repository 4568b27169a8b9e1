import {rmSync} from 'node:fs';
import path from 'node:path';
import type {Cli} from './cli/cli';
import {ask, call} from './cli/cli';
import type {Watchdog} from './cli/watchdog';
import {labels, type RunIdentity} from './identity';
import {hasImage, inspectImage, loadImage, removeImage} from './image/images';
import {startInBackground} from './run/background';
import {containersOf, type Containers} from './run/containers';
import {launch, type LaunchContext} from './run/launch';
import {seesFiles, shelveInVolume} from './run/shelf';
import {takeOut} from './run/takeOut';
import type {RunFlavour} from './run/runArguments';
import {sweep} from './sweep';
import type {
  BuildRequest,
  BuildResult,
  ByHand,
  CallOptions,
  Engine,
  ImageConfig,
  RunningContainer,
  RunRequest,
  RunResult,
  Shelf,
} from './types';

/** What one engine does in its own way. */
interface EngineParts {
  name: Engine['name'];
  version: string;
  builder: string;
  runtime: string;
  platform: string;
  cli: Cli;
  byHand: ByHand;
  identity: RunIdentity;
  watchdog: Watchdog;
  /** Where command lines are started; whatever runs a container may leave files here. */
  folder: string;
  flavour: RunFlavour;
  guessOutOfMemory: boolean;
  /** Before the name of a container that is to be removed at once. */
  removeArguments: readonly string[];
  build: (request: BuildRequest, ping: () => Promise<void>) => Promise<BuildResult>;
  exportImage: (ref: string, options: CallOptions) => AsyncIterable<Uint8Array>;
  resolveDigest: (ref: string, options: CallOptions) => Promise<string>;
  /** Empties the build cache, where it is the project's own. */
  forgetBuilds: (options: CallOptions) => Promise<boolean>;
  /** Removes what a build that was ended may have left. */
  sweepBuilds: () => Promise<void>;
  /** Nothing can be left once it is shut down, so a sweep that fails before that does not matter. */
  private: boolean;
  /** Stops what was started for this engine. */
  shutdown: () => Promise<void>;
}

const PING_MS = 10_000;

/** The engine behind a command line; what Docker and Podman share. */
export class CommandLineEngine implements Engine {
  readonly name: Engine['name'];
  readonly version: string;
  readonly builder: string;
  readonly runtime: string;
  readonly platform: string;
  readonly identity: RunIdentity;
  readonly own: boolean;
  readonly command: readonly string[];
  readonly byHand: ByHand;
  private readonly cli: Cli;
  private readonly containers: Containers;
  private readonly launching: LaunchContext;
  /** By folder: a virtual machine may share some with this one, and not others. */
  private readonly seen = new Map<string, Promise<boolean>>();
  private readonly kept = new Set<string>();
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: EngineParts) {
    this.name = parts.name;
    this.version = parts.version;
    this.builder = parts.builder;
    this.runtime = parts.runtime;
    this.platform = parts.platform;
    this.identity = parts.identity;
    this.own = parts.private;
    this.cli = parts.cli;
    this.command = parts.cli.prefix;
    this.byHand = parts.byHand;
    this.containers = containersOf(parts.cli, parts.removeArguments);
    this.launching = {
      cli: parts.cli,
      containers: this.containers,
      flavour: parts.flavour,
      run: parts.identity.run,
      labels: labels(parts.identity),
      cwd: parts.folder,
      guessOutOfMemory: parts.guessOutOfMemory,
    };
  }

  load(archive: string, options: CallOptions): Promise<string> {
    return loadImage(this.cli, archive, options);
  }

  hasImage(ref: string): Promise<boolean> {
    return hasImage(this.cli, ref);
  }

  inspectImage(ref: string): Promise<ImageConfig> {
    return inspectImage(this.cli, ref);
  }

  removeImage(ref: string): Promise<void> {
    return removeImage(this.cli, ref);
  }

  build(request: BuildRequest): Promise<BuildResult> {
    return this.parts.build(request, async () => {
      await call(this.cli, ['version'], {signal: request.signal, timeoutMs: PING_MS});
    });
  }

  takeOut(
    image: string,
    commands: (name: string) => readonly string[][],
    options: CallOptions,
  ): Promise<string | undefined> {
    return takeOut(this.launching, {image, commands, ...options});
  }

  async shelve(folder: string, image: string, {signal}: CallOptions): Promise<Shelf> {
    const parent = path.dirname(folder);
    const sees = this.seen.get(parent) ?? seesFiles(this.launching, {folder, image, signal});
    this.seen.set(parent, sees);
    if (await sees) return {path: folder, fill: () => Promise.resolve()};
    return shelveInVolume(this.launching, {folder, image, signal});
  }

  async inspect(subject: string, format: string, {signal}: CallOptions): Promise<RunResult> {
    const args = ['inspect', '--format', format, subject];
    const started = performance.now();
    const {exit, stdout, stderr} = await ask(this.cli, args, {signal, timeoutMs: PING_MS});
    return {
      exit: exit ?? 1,
      stdout: Buffer.from(stdout),
      stderr: Buffer.from(stderr),
      seconds: (performance.now() - started) / 1000,
      ...{timedOut: false, flooded: false, outOfMemory: false},
      command: [...this.cli.prefix, ...args],
    };
  }

  exportImage(ref: string, options: CallOptions): AsyncIterable<Uint8Array> {
    return this.parts.exportImage(ref, options);
  }

  run(request: RunRequest): Promise<RunResult> {
    return launch(request, this.launching).result;
  }

  start(request: RunRequest): Promise<RunningContainer> {
    return startInBackground(request, this.launching);
  }

  forgetBuilds(options: CallOptions): Promise<boolean> {
    return this.parts.forgetBuilds(options);
  }

  resolveDigest(ref: string, options: CallOptions): Promise<string> {
    return this.parts.resolveDigest(ref, options);
  }

  async sweep(): Promise<void> {
    await sweep(this.cli, this.containers, {self: this.identity, others: true, kept: this.kept});
    await this.parts.sweepBuilds();
  }

  keep(images: readonly string[]): void {
    for (const image of images) this.kept.add(image);
  }

  close(): Promise<void> {
    this.closing ??= this.shutdown();
    return this.closing;
  }

  private async shutdown(): Promise<void> {
    const failures: unknown[] = [];
    const note = (error: unknown): void => {
      failures.push(error);
    };
    await this.sweepOwn().catch(this.parts.private ? () => undefined : note);
    await this.parts.shutdown().catch(note);
    this.parts.watchdog.quit();
    rmSync(this.parts.folder, {recursive: true, force: true});
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  /** What an earlier run kept is not this one's to remove, unless it asked for that. */
  private async sweepOwn(): Promise<void> {
    await sweep(this.cli, this.containers, {self: this.identity, others: false, kept: this.kept});
    await this.parts.sweepBuilds();
  }
}
