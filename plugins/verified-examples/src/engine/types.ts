import type {RunIdentity} from './identity';
import type {Environment} from './process/process';

/** Everything the rest of the plugin asks of a container engine. One implementation calls `docker`, one `podman`. */
export interface Engine {
  readonly name: 'docker' | 'podman';
  readonly version: string;
  /** Builder and its version, for example "BuildKit 0.13.1" or "buildah 1.28.2". */
  readonly builder: string;
  /** Identity of this run: containers and images made in it are found by it and swept. */
  readonly identity: RunIdentity;
  /** OCI runtime and its version, for example "runc 1.1.5". */
  readonly runtime: string;
  /** What it runs without emulation, for example `linux/amd64`; this machine may be another. */
  readonly platform: string;
  /** A daemon or a store of the project's: nobody else's images are in it. */
  readonly own: boolean;
  /** What must be put before the arguments to repeat a command by hand, for example ["docker", "-H", "unix://…"]. */
  readonly command: readonly string[];
  /** The same for somebody who types it when this run is over. */
  readonly byHand: ByHand;

  /** Loads a docker-archive tar and returns the image id. */
  load(archive: string, options: CallOptions): Promise<string>;
  hasImage(ref: string): Promise<boolean>;
  build(request: BuildRequest): Promise<BuildResult>;
  /**
   * Forgets what earlier builds left to build on, so that the next one runs every step, and builds after it share
   * what it made. Only where that belongs to the project.
   *
   * @returns Whether it did
   */
  forgetBuilds(options: CallOptions): Promise<boolean>;
  /** Image config as the engine stores it. */
  inspectImage(ref: string): Promise<ImageConfig>;
  /**
   * Makes a container of an image that is never started, runs commands on it (`cp`, `export`), removes it.
   *
   * @param commands - Words after `docker`, from the container's name
   * @returns Why one failed, in the engine's words; undefined: none did
   */
  takeOut(
    image: string,
    commands: (name: string) => readonly string[][],
    options: CallOptions,
  ): Promise<string | undefined>;
  /** What the engine says of an image or a container by a Go template, as `inspect --format` prints it. */
  inspect(subject: string, format: string, options: CallOptions): Promise<RunResult>;
  /** The image's root file system as a tar stream (create, export, remove). */
  exportImage(ref: string, options: CallOptions): AsyncIterable<Uint8Array>;
  /**
   * Makes a folder of this machine one that containers can mount, wherever the engine is.
   *
   * @param image - Any image that the engine has; nothing in it is run
   */
  shelve(folder: string, image: string, options: CallOptions): Promise<Shelf>;
  run(request: RunRequest): Promise<RunResult>;
  /** Starts a container in the background; `close` stops and removes it, always. */
  start(request: RunRequest): Promise<RunningContainer>;
  removeImage(ref: string): Promise<void>;
  /** Digest a tag has in its registry now, without pulling. Throws RegistryError. */
  resolveDigest(ref: string, options: CallOptions): Promise<string>;
  /** Removes every container and image of this run, and those of runs whose process is gone. */
  sweep(): Promise<void>;
  /** Leaves these images of this run to the sweep of the next run. */
  keep(images: readonly string[]): void;
  /** Stops whatever was started for this engine (a private daemon). Safe to call twice. */
  close(): Promise<void>;
}

/** How an engine is reached from a shell. */
export interface ByHand {
  prefix: readonly string[];
  /** Variables that differ from a plain shell; undefined takes one away. */
  env: Environment;
  /** The project's own daemon ends with the run: how it is started again, and what it is then reached by. */
  reopen?: {command: string; env: Readonly<Record<string, string>>} | undefined;
}

/** A folder of this machine, as the engine's mounts name it. */
export interface Shelf {
  path: string;
  /** Puts there what is in the folder now. */
  fill(): Promise<void>;
}

export interface CallOptions {
  signal: AbortSignal;
}

export interface BuildRequest extends CallOptions {
  /** Directory with the complete build context. */
  context: string;
  dockerfile: string;
  tag: string;
  target?: string | undefined;
  platform: string;
  buildArgs: Readonly<Record<string, string>>;
  /** Id of a secret to the file with it. */
  secrets?: Readonly<Record<string, string>> | undefined;
  /** Name in a FROM to the reference that stands for it: named contexts, so that no tag is ever touched. */
  bases: Readonly<Record<string, string>>;
  /** The same names as the Dockerfile writes them, before ARGs are expanded, to the expanded ones. */
  writtenBases?: Readonly<Record<string, string>> | undefined;
  noCache: boolean;
  /** Remote BuildKit builder by name; the result is loaded into this engine. */
  builder?: string | undefined;
  timeoutMs: number;
  onLine: (line: string) => void;
}

export interface BuildResult {
  succeeded: boolean;
  /** It was ended after `timeoutMs`; then it has not succeeded. */
  timedOut: boolean;
  /** Plain progress output, at most the last 64 KiB. */
  output: string;
  /** The exact command, to repeat by hand. */
  command: string[];
  seconds: number;
}

export interface RunRequest extends CallOptions {
  image: string;
  name: string;
  platform?: string | undefined;
  /** What decides an outcome, in the words of `docker run`: network, user, mounts, environment, limits, entrypoint. */
  options: readonly string[];
  /** Words after the image. */
  args: readonly string[];
  /** Bounds that only keep a runaway in; undefined where `options` say them. */
  memory?: string | undefined;
  pids?: number | undefined;
  /** Bytes kept of each stream; a container that prints more is killed and `flooded` is set. */
  maxOutput: number;
  timeoutMs: number;
}

export interface RunResult {
  exit: number;
  stdout: Buffer;
  stderr: Buffer;
  seconds: number;
  timedOut: boolean;
  flooded: boolean;
  outOfMemory: boolean;
  command: string[];
}

export interface RunningContainer {
  name: string;
  /** The exact command that started it. */
  command: readonly string[];
  /** Whether it printed this text on stdout; false: it ended without. */
  says(text: string): Promise<boolean>;
  /** Settles when the container has ended by itself, or after stop(). */
  ended: Promise<RunResult>;
  /** SIGTERM, then SIGKILL after the grace time. */
  stop(graceMs: number): Promise<RunResult>;
  /** Stops and removes; safe to call twice. */
  close(): Promise<void>;
}

export interface ImageConfig {
  id: string;
  platform: string;
  layers: number;
  user: string;
  entrypoint: string[];
  cmd: string[];
  workdir: string;
  env: string[];
}

/** No engine answered. The message says what was tried and what each said. */
export class NoEngineError extends Error {
  override readonly name = 'NoEngineError';
}

/** The engine itself failed (daemon died, disk full), as opposed to the build or the container. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** A registry did not answer, or has no such image. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';

  /** @param missing - The registry answered, and has no such image: it can be asked for others */
  constructor(
    message: string,
    readonly missing = false,
  ) {
    super(message);
  }
}
