import {rebuildBases, SCRATCH, type RebuiltBase} from '../../../../base-images/src';
import type {Pins} from '../../../../base-images/src/pins';
import type {Engine} from '../../engine/types';
import type {World} from '../../proof/model/receipt';
import {machineTrust} from './machineTrust';
import {pullName} from './pullName';
import {mapLimited} from '../../../../base-images/src/machine/parallel';
import type {PreparedBase} from '../session';

/** An engine unpacks an archive on one core. */
const LOADS_AT_ONCE = 2;

interface PrepareRequest {
  engine: Engine;
  world: World;
  /** Digests of the registry's world. */
  pins: Pins;
  cacheDir: string;
  /** Image names as in FROMs. */
  refs: readonly string[];
  platform: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** Makes bases available to the engine, and tells what stands for each name. */
export async function prepareBases(request: PrepareRequest): Promise<Map<string, PreparedBase>> {
  const refs = request.refs.filter((ref) => ref !== SCRATCH);
  return request.world === 'registry' ? pinnedBases(request.pins, refs) : rebuiltBases({...request, refs});
}

/** The engine pulls by digest: a tag that moves meanwhile changes nothing. */
function pinnedBases(pins: Pins, refs: readonly string[]): Map<string, PreparedBase> {
  return new Map(
    refs.flatMap((ref) => {
      const digest = pins[ref]?.digest;
      if (digest === undefined) return [];
      const use = {
        ref,
        identity: digest,
        provenance: 'registry' as const,
        content: digest,
        approximations: [],
      };
      return [[ref, {engineRef: `${pullName(ref)}@${digest}`, use}]];
    }),
  );
}

async function rebuiltBases({
  engine,
  refs,
  platform,
  cacheDir,
  signal,
  onProgress,
}: PrepareRequest): Promise<Map<string, PreparedBase>> {
  const rebuilt = await rebuildBases([...refs], {platform, cacheDir, signal, onProgress, ...machineTrust()});
  await mapLimited([...new Set(rebuilt)], LOADS_AT_ONCE, async (base) => {
    if (!(await engine.hasImage(base.imageId))) onProgress(`loading ${base.entry.ref}`);
    if (!(await engine.hasImage(base.ref))) await engine.load(base.archive, {signal});
  });
  const prepared = new Map<string, PreparedBase>();
  for (const ref of refs) {
    const base = rebuilt.find(({entry}) => entry.ref === ref || entry.aliases.includes(ref));
    if (base !== undefined) prepared.set(ref, {engineRef: base.ref, use: useOf(ref, base)});
  }
  return prepared;
}

function useOf(ref: string, {recipe, receipt}: RebuiltBase): PreparedBase['use'] {
  return {
    ref,
    identity: recipe,
    provenance: 'rebuilt',
    content: receipt.content,
    approximations: [...receipt.approximations],
  };
}
