import {createHash} from 'node:crypto';
import type {Response} from 'undici';
import {fetchMessage} from '../../../../base-images/src/machine/fetchMessage';
import type {CallOptions} from '../types';
import {parseReference, type ImageReference} from './reference';
import {registryError} from './registryError';
import {ACCEPT_MANIFESTS, openRepository} from './repositoryApi';

/**
 * Digest of a tag, asked of the registry, for engines that have no command for it (Podman without skopeo): the manifest
 * endpoint of the OCI distribution spec.
 * @throws RegistryError
 */
export async function resolveOverHttp(ref: string, {signal}: CallOptions): Promise<string> {
  const image = parseReference(ref);
  try {
    const digest = await resolve(image, signal);
    if (digest !== undefined) {
      return digest;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw registryError(ref, fetchMessage(error));
  }
  throw registryError(ref, 'not found');
}

async function resolve(image: ImageReference, signal: AbortSignal): Promise<string | undefined> {
  const ask = openRepository(image, signal);
  const path = `manifests/${image.version}`;
  const answer = await ask('HEAD', path, ACCEPT_MANIFESTS);
  if (answer.status === 404) {
    return undefined;
  }
  if (!answer.ok) {
    throw new Error(`the registry answers with status ${answer.status}`);
  }
  const told = answer.headers.get('docker-content-digest');
  return told ?? digestOf(await ask('GET', path, ACCEPT_MANIFESTS));
}

/** The digest is by definition that of the manifest's bytes, so a registry that does not tell it is no obstacle. */
async function digestOf(answer: Response): Promise<string> {
  if (!answer.ok) {
    throw new Error(`the registry answers with status ${answer.status}`);
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
