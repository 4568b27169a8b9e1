import {canonicalJson, sha256} from '../../../../base-images/src/digest';
import type {Proof} from '../model/receipt';

/**
 * The seal ties a proof to its example and to every byte of its content, so that a receipt edited by hand or
 * copied from another example is refused by the gate. Someone who recomputes it is caught by `verify --check`,
 * which runs everything again.
 */
export function sealOf(example: string, proof: Omit<Proof, 'seal'>): string {
  return sha256(`cgo-field-guide seal\n${example}\n${canonicalJson({...proof, seal: undefined})}`);
}

/** @returns The proof with its seal */
export function seal(example: string, proof: Omit<Proof, 'seal'>): Proof {
  return {...proof, seal: sealOf(example, proof)};
}
