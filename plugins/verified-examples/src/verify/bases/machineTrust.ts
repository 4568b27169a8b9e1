import {existsSync} from 'node:fs';

/**
 * A bundle that somebody names, as behind a proxy that signs anew: builders of a registry get it too, which otherwise stay
 * exactly as they are pulled.
 */
export function namedTrust(): string | undefined {
  const bundle = process.env.SSL_CERT_FILE;
  return bundle === undefined || bundle === '' ? undefined : bundle;
}

/** Authorities that this machine trusts beyond the public ones, for builders that download modules here. */
export function machineTrust(): {trust?: string} {
  const bundle = process.env.SSL_CERT_FILE ?? '/etc/ssl/certs/ca-certificates.crt';
  return existsSync(bundle) ? {trust: bundle} : {};
}
