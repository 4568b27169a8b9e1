import {RegistryError} from '../types';

const MISSING =
  /not found|manifest unknown|name unknown|repository does not exist|requested access to the resource is denied|insufficient_scope|\b404\b|\b401\b|\b403\b/i;
const BROKEN =
  /unexpected EOF|connection reset|terminated|premature|\bEOF\b|http: server closed|other side closed/i;

/**
 * The error for a registry that gave no digest, from what was said about it. The three kinds need different cures: check the
 * name, check the network, try again.
 */
export function registryError(ref: string, said: string): RegistryError {
  const detail = said.trim().replace(/^ERROR:\s*/, '');
  if (BROKEN.test(detail)) {
    return new RegistryError(
      `The registry of ${ref} broke off in the middle of its answer: ${detail}. Try again.`,
    );
  }
  if (MISSING.test(detail) && !/no such host|dial tcp/.test(detail)) {
    return new RegistryError(
      `The registry has no image ${ref}, or does not show it without a login: ${detail}. Check the name and the tag.`,
      true,
    );
  }
  return new RegistryError(
    `The registry of ${ref} cannot be reached: ${detail}. Check the network, or use rebuilt bases.`,
  );
}
