import {createHash} from 'node:crypto';
import type {CallOptions} from '../types';
import {parseReference, type ImageReference} from './reference';
import {registryError} from './registryError';

const ATTEMPT_MS = 30_000;

/** A tag may stand for an index of platforms or for a single image; the registry says which only when both are accepted. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * Digest of a tag, asked of the registry without a login, for engines that have no command for it (Podman without skopeo):
 * the manifest endpoint of the OCI distribution spec, with the token that public registries give to everybody.
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
    throw registryError(ref, whole(error));
  }
  throw registryError(ref, 'not found');
}

async function resolve(image: ImageReference, signal: AbortSignal): Promise<string | undefined> {
  let headers: Record<string, string> = {accept: ACCEPT};
  let answer = await ask(image, 'HEAD', headers, signal);
  if (answer.status === 401) {
    const token = await fetchToken(answer.headers.get('www-authenticate') ?? '', signal);
    headers = {...headers, authorization: `Bearer ${token}`};
    answer = await ask(image, 'HEAD', headers, signal);
  }
  if (answer.status === 404) {
    return undefined;
  }
  if (!answer.ok) {
    throw new Error(`the registry answers with status ${answer.status}`);
  }
  const told = answer.headers.get('docker-content-digest');
  return told ?? digestOf(await ask(image, 'GET', headers, signal));
}

/** The digest is by definition that of the manifest's bytes, so a registry that does not tell it is no obstacle. */
async function digestOf(answer: Response): Promise<string> {
  if (!answer.ok) {
    throw new Error(`the registry answers with status ${answer.status}`);
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** `Bearer realm="…",service="…",scope="…"`, see the distribution spec on token authentication. */
async function fetchToken(challenge: string, signal: AbortSignal): Promise<string> {
  const fields = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const realm = fields.get('realm');
  if (!challenge.startsWith('Bearer ') || realm === undefined) {
    throw new Error('401: the registry asks for a login');
  }
  const url = new URL(realm);
  for (const key of ['service', 'scope']) {
    const value = fields.get(key);
    if (value !== undefined) {
      url.searchParams.set(key, value);
    }
  }
  const answer = await fetch(url, {signal: limited(signal)});
  const body: unknown = answer.ok ? await answer.json() : {};
  const {token, access_token: accessToken} = body as {token?: unknown; access_token?: unknown};
  const value = token ?? accessToken;
  if (typeof value !== 'string') {
    throw new Error(`401: no token without a login (status ${answer.status})`);
  }
  return value;
}

function ask(
  {api, repository, version}: ImageReference,
  method: 'HEAD' | 'GET',
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(`${api}/v2/${repository}/manifests/${version}`, {method, headers, signal: limited(signal)});
}

function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
}

/** fetch says only "fetch failed"; the cause says why. */
function whole(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const {cause} = error;
  if (cause instanceof AggregateError) {
    return cause.errors.map(whole).join('; ');
  }
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
