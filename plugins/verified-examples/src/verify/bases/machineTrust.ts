import {existsSync} from 'node:fs';

/** Authorities that this machine trusts beyond the public ones, for builders that download modules here. */
export function machineTrust(): {trust?: string} {
  const bundle = process.env.SSL_CERT_FILE ?? '/etc/ssl/certs/ca-certificates.crt';
  return existsSync(bundle) ? {trust: bundle} : {};
}
