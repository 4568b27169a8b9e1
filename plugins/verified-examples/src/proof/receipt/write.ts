import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {RECEIPT_FILE, type Example} from '../../example/collect/example';
import {readReceipt} from './read';
import {platformsOf} from '../../example/model/platforms';
import {RECEIPT_SCHEMA, Receipt, type Proof} from '../model/receipt';

/**
 * Replaces the proofs of the same world, variant and platform, keeps the others, and writes the file in one
 * step: a reader sees the old receipt or the new one, never a part.
 *
 * @param previous - The receipt to start from; undefined: none, or one that is not to be believed
 */
export async function writeProofs(
  example: Example,
  previous: Receipt | undefined,
  proofs: readonly Proof[],
): Promise<void> {
  const receipt = mergeProofs(example, previous, proofs);
  await writeFileAtomic(path.join(example.folder, RECEIPT_FILE), formatReceipt(receipt));
}

/** @returns The receipt on disk; undefined when there is none, or none to be believed */
export function receiptOf(example: Example): Receipt | undefined {
  const read = readReceipt(example);
  return read.refused === undefined ? read.receipt : undefined;
}

/** The pure part of {@link writeProofs}. Proofs of variants and platforms that are gone are dropped. */
export function mergeProofs(
  example: Example,
  previous: Receipt | undefined,
  proofs: readonly Proof[],
): Receipt {
  const kept = (previous?.proofs ?? []).filter(
    (old) =>
      platformsOf(example.manifest, old.variant).some((platform) => platform === old.platform) &&
      !proofs.some((fresh) => nameOf(fresh) === nameOf(old)),
  );
  const order = (proof: Proof) =>
    `${Object.keys(example.manifest.variants).indexOf(proof.variant)} ${nameOf(proof)}`;
  const all = [...kept, ...proofs].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {schema: RECEIPT_SCHEMA, example: example.id, proofs: all};
}

/**
 * @returns The file's text: keys in the schema's order, which zod gives its results; two spaces; a final newline
 * @throws ZodError for what is no receipt
 */
export function formatReceipt(receipt: Receipt): string {
  return `${JSON.stringify(Receipt.parse(receipt), null, 2)}\n`;
}

function nameOf({variant, platform, world}: Proof): string {
  return `${variant} ${platform} ${world}`;
}
