import {readPins, writePins} from '../../../base-images/src/pins';
import type {Example} from '../example/collect/example';
import {receiptOf, writeProofs} from '../proof/receipt/write';
import type {Collection} from '../proof/collection';
import {basesOf} from './neededBases';
import type {PlannedJob} from './plan';
import {markMoved, movePins, resolveAll, type Registry} from './pins';

interface UpstreamRequest {
  registry: Registry;
  siteDir: string;
  collection: Collection;
  signal: AbortSignal;
  now: Date;
}

/** Pins every base of every example to the digest its tag has now. Returns the names whose pin changed. */
export async function pinAll({
  registry,
  siteDir,
  collection,
  signal,
  now,
}: UpstreamRequest): Promise<string[]> {
  const digests = await resolveAll(registry, basesOf(allJobs(collection)), signal);
  const {pins, changed} = movePins(readPins(siteDir), digests, now.toISOString().slice(0, 10));
  await writePins(siteDir, pins);
  return changed;
}

/** Names of the bases that registry proofs of the examples rest on. */
export function provedBases(examples: readonly Example[]): string[] {
  const proofs = examples.flatMap((example) => receiptOf(example)?.proofs ?? []);
  const refs = proofs.flatMap(({world, bases}) => (world === 'registry' ? bases.map(({ref}) => ref) : []));
  return [...new Set(refs)].sort();
}

/** Notes in the receipts which tags have moved since, by the digests they have now. */
export async function noteMoved(
  examples: readonly Example[],
  digests: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const seen = `${now.toISOString().slice(0, 19)}Z`;
  for (const example of examples) {
    const receipt = receiptOf(example);
    const moved = receipt === undefined ? undefined : markMoved(receipt, digests, seen);
    if (moved !== undefined) await writeProofs(example, receipt, moved);
  }
}

/** Every variant of every example: what pins are for. */
function allJobs({standings}: Collection): PlannedJob[] {
  return standings.map(({example, variant, platform}) => ({example, variant, platform, reason: ''}));
}
