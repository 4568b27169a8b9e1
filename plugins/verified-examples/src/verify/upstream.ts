import {readPins, writePins} from '../../../base-images/src/pins';
import type {Engine} from '../engine/types';
import {receiptOf, writeProofs} from '../receipt/write';
import type {Collection} from '../site';
import {allJobs, basesOf} from './openSession';
import {markMoved, movePins, resolveAll} from './pins';

export interface UpstreamRequest {
  engine: Engine;
  siteDir: string;
  collection: Collection;
  signal: AbortSignal;
  now: Date;
}

/** Pins every base of every example to the digest its tag has now. Returns the names whose pin changed. */
export async function pinAll({engine, siteDir, collection, signal, now}: UpstreamRequest): Promise<string[]> {
  const digests = await resolveAll(engine, basesOf(allJobs(collection)), signal);
  const {pins, changed} = movePins(readPins(siteDir), digests, now.toISOString().slice(0, 10));
  await writePins(siteDir, pins);
  return changed;
}

/** Compares tags with proofs without building anything, and notes in the receipts which have moved. */
export async function observeRegistry({
  engine,
  collection,
  signal,
  now,
}: Omit<UpstreamRequest, 'siteDir'>): Promise<void> {
  const digests = await resolveAll(engine, basesOf(allJobs(collection)), signal);
  const seen = `${now.toISOString().slice(0, 19)}Z`;
  for (const example of collection.examples) {
    const receipt = receiptOf(example);
    const moved = receipt === undefined ? undefined : markMoved(receipt, digests, seen);
    if (moved !== undefined) await writeProofs(example, receipt, moved);
  }
}
