import {sign, verify, type KeyObject} from 'node:crypto';

/** A Dead Simple Signing Envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md). */
export interface Envelope {
  payload: string;
  payloadType: string;
  signatures: {sig: string; keyid?: string}[];
}

/** What in-toto's statements are signed as (its spec/v1/envelope.md). */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** Pre-authentication encoding, by the protocol: what is signed has the lengths of both parts in it. */
export function encoded(type: string, body: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `;
  return Buffer.concat([Buffer.from(head), body]);
}

export function signed(statement: Uint8Array, key: KeyObject): Envelope {
  const body = Buffer.from(statement);
  return {
    payload: body.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: [{sig: sign('sha256', encoded(PAYLOAD_TYPE, body), key).toString('base64')}],
  };
}

/** @returns The bytes that were signed; undefined: no signature is of that key */
export function opened({payload, payloadType, signatures}: Envelope, key: KeyObject): Buffer | undefined {
  const body = Buffer.from(payload, 'base64');
  const good = signatures.some(({sig}) =>
    verify('sha256', encoded(payloadType, body), key, Buffer.from(sig, 'base64')),
  );
  return good && payloadType === PAYLOAD_TYPE ? body : undefined;
}
