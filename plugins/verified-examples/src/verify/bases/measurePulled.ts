import {COMPARED_PLATFORM, type ComparedBase} from '../../../../base-images/src/compared';
import {RegistryError, type Engine} from '../../engine/types';
import {readBaseFacts, writeBaseFacts} from '../../proof/bases/facts';
import {resolveAll} from '../pins';
import {measureImage} from './measure';
import {prepareBases} from './prepare';
import {pullBase} from './pull';

interface MeasureRequest {
  siteDir: string;
  engine: Engine;
  bases: readonly ComparedBase[];
  cacheDir: string;
  /** Temporary folder of this run. */
  folder: string;
  /** YYYY-MM-DD */
  today: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
  /** Told of each base that was asked for, and whether its facts were written. */
  say: (ref: string, written: boolean) => void;
}

/**
 * Asks registries for the bases that no recipe rebuilds, pulls those whose tag has moved since they were measured, and
 * writes what is in them.
 *
 * @throws RegistryError naming every base that could not be had, when the others are written
 */
export async function measurePulled(request: MeasureRequest): Promise<void> {
  const failed: RegistryError[] = [];
  for (const base of request.bases) {
    try {
      request.say(base.ref, await measureOne(base, request));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      failed.push(error);
    }
  }
  if (failed.length > 0)
    throw new RegistryError(
      failed.map(({message}) => message).join('\n'),
      failed.every(({missing}) => missing),
    );
}

async function measureOne({ref, family}: ComparedBase, request: MeasureRequest): Promise<boolean> {
  const {siteDir, engine, today: on, signal} = request;
  const pins = Object.fromEntries(
    [...(await resolveAll(engine, [ref], signal))].map(([name, digest]) => [name, {digest, pinned: on}]),
  );
  const known = readBaseFacts(siteDir).facts.find((facts) => facts.ref === ref);
  if (known?.pulled !== undefined && known.pulled.digest === pins[ref]?.digest) return false;
  const platform = COMPARED_PLATFORM;
  const base = (await prepareBases({...request, world: 'registry', pins, platform, refs: [ref]})).get(ref);
  if (base === undefined) throw new Error(`${ref}: its registry named no digest`);
  const image = await measureImage(engine, await pullBase(base, {...request, platform}), signal);
  return writeBaseFacts(siteDir, {
    ...{schema: 1, ref, aliases: [], family, platform, approximations: []},
    pulled: {digest: base.use.identity, on},
    image,
  });
}
