import {ask, call, whyFailed, type Cli} from '../cli/cli';
import {saysMissing} from '../run/containers';
import {EngineError, type CallOptions, type ImageConfig} from '../types';
import {parseImageConfig} from './imageConfig';

const FOREVER = new AbortController().signal;
const SHORT_MS = 60_000;
/** Loading writes the whole image to disk. */
const LOAD_MS = 15 * 60_000;

/** Loads a docker-archive and gives the id of the first image in it. */
export async function loadImage(cli: Cli, archive: string, options: CallOptions): Promise<string> {
  const said = await call(cli, ['load', '--input', archive], {...options, timeoutMs: LOAD_MS});
  const ref = loadedRef(said);
  if (ref === undefined) {
    throw new EngineError(`${archive}: loaded, but the engine names no image: ${said.trim()}`);
  }
  return (await inspectImage(cli, ref)).id;
}

/** `Loaded image: NAME`, `Loaded image(s): NAME` or `Loaded image ID: sha256:…`. */
export function loadedRef(said: string): string | undefined {
  return /^Loaded image(?:\(s\)| ID)?:\s*(\S+)$/m.exec(said)?.[1];
}

/** @throws EngineError when the engine says neither yes nor no */
export async function hasImage(cli: Cli, ref: string): Promise<boolean> {
  const answer = await ask(cli, ['image', 'inspect', '--format', '{{.Id}}', ref], {
    signal: FOREVER,
    timeoutMs: SHORT_MS,
  });
  if (answer.exit !== 0 && !saysMissing(answer.stderr)) {
    throw new EngineError(`Cannot tell whether image ${ref} exists: ${whyFailed(answer, SHORT_MS)}`);
  }
  return answer.exit === 0;
}

/** @throws EngineError when there is no such image */
export async function inspectImage(cli: Cli, ref: string): Promise<ImageConfig> {
  const json = await call(cli, ['image', 'inspect', '--format', '{{json .}}', ref], {
    signal: FOREVER,
    timeoutMs: SHORT_MS,
  });
  return parseImageConfig(json);
}

/** Takes a name away, and the image with its last name. An image that is not there is fine. */
export async function removeImage(cli: Cli, ref: string): Promise<void> {
  const answer = await ask(cli, ['image', 'rm', ref], {signal: FOREVER, timeoutMs: SHORT_MS});
  if (answer.exit !== 0 && !saysMissing(answer.stderr)) {
    throw new EngineError(`Image ${ref} could not be removed: ${whyFailed(answer, SHORT_MS)}`);
  }
}
