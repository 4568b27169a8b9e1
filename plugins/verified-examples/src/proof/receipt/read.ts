import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {RECEIPT_FILE, type Example} from '../../example/collect/example';
import {keyOf} from '../keys/key';
import {Receipt, RECEIPT_SCHEMA} from '../model/receipt';
import {sealOf} from './seal';

/** A receipt as found on disk: its content, or why it is not to be believed. */
export type ReadReceipt = {receipt: Receipt | undefined; refused?: undefined} | {refused: string};

/**
 * Reads and checks the receipt of an example. Nothing of a receipt that is refused is used.
 *
 * @returns `receipt` undefined when there is no file; `refused` with a reason when it cannot be believed
 */
export function readReceipt(example: Example): ReadReceipt {
  const file = path.join(example.folder, RECEIPT_FILE);
  if (!existsSync(file)) return {receipt: undefined};
  return parseReceipt(readFileSync(file, 'utf8'), example.id);
}

/** The pure part of {@link readReceipt}. */
export function parseReceipt(text: string, example: string): ReadReceipt {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {refused: 'is not whole JSON: it was cut off or has merge markers'};
  }
  const version = schemaOf(json);
  if (version !== RECEIPT_SCHEMA) {
    return {
      refused: `has schema ${String(version)}, but this version reads and writes schema ${RECEIPT_SCHEMA}`,
    };
  }
  const parsed = Receipt.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {refused: `does not fit its schema: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`};
  }
  const receipt = parsed.data;
  if (receipt.example !== example)
    return {refused: `is the receipt of another example, "${receipt.example}"`};
  const names = receipt.proofs.map(({world, variant, platform}) => `${world} ${variant} ${platform}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return {refused: `has two proofs of ${twice}`};
  for (const proof of receipt.proofs) {
    const place = `${proof.variant}, ${proof.platform}, ${proof.world}`;
    if (proof.seal !== sealOf(example, proof)) {
      return {refused: `was changed after it was written: the seal of its proof (${place}) does not match`};
    }
    const {keyParts: parts} = proof;
    const consistent =
      parts.variant === proof.variant && parts.platform === proof.platform && parts.world === proof.world;
    if (!consistent || parts.example !== example || proof.key !== keyOf(parts)) {
      return {refused: `contradicts itself: the key of its proof (${place}) is not that of its parts`};
    }
  }
  return {receipt};
}

function schemaOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'schema' in json ? json.schema : 'none';
}
