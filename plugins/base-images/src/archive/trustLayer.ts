import {readFile} from 'node:fs/promises';
import {sha256} from '../digest';
import {file} from '../tree/tree';
import {writeTar} from '../tree/writeTar';
import type {ArchiveLayer} from './writeArchive';

/**
 * Go reads every file of this directory beside the bundle (src/crypto/x509/root_linux.go). The bundle itself stays as
 * the packages made it: a Dockerfile that copies /etc/ssl/certs/ca-certificates.crt into its result must never carry a
 * certificate authority of this machine along.
 */
export const TRUST_FILE = 'etc/pki/tls/certs/this-machine.pem';

export interface Trust {
  pem: Buffer;
  /** sha256: over the certificates. */
  digest: string;
}

/** Reads the machine's bundle; throws if the file holds no certificate. */
export async function readTrust(path: string): Promise<Trust> {
  const pem = await readFile(path);
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${path}: expected certificates in PEM, found none`);
  return {pem, digest: sha256(pem)};
}

/** The layer that makes Go in a builder trust what this machine trusts. */
export async function writeTrustLayer(trust: Trust, destination: string): Promise<ArchiveLayer> {
  const {digest, size} = await writeTar(new Map([[TRUST_FILE, file(trust.pem)]]), destination);
  return {digest, size, tar: destination};
}
