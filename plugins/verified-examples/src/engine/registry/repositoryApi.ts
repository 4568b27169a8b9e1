import type {Response} from 'undici';
import {fetchByEnvironment} from '../../../../base-images/src/machine/fetchByEnvironment';
import type {ImageReference} from './reference';

const ATTEMPT_MS = 30_000;

/** A tag may stand for an index of platforms or for a single image; the registry says which only when both are accepted. */
export const ACCEPT_MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * Asks for something of one repository.
 *
 * @param path - Below the repository, for example `manifests/latest`
 * @returns The answer, whatever its status, unless it asks for a token: then that to the second question
 */
export type AskRepository = (method: 'HEAD' | 'GET', path: string, accept?: string) => Promise<Response>;

/**
 * The API of the OCI distribution spec without a login, with the token that public registries give to everybody. It is
 * asked for once.
 */
export function openRepository({api, repository}: ImageReference, signal: AbortSignal): AskRepository {
  let authorization: Record<string, string> = {};
  return async (method, path, accept = '*/*') => {
    const ask = () =>
      fetchByEnvironment(`${api}/v2/${repository}/${path}`, {
        ...{method, headers: {accept, ...authorization}, signal: limited(signal)},
      });
    const answer = await ask();
    if (answer.status !== 401) return answer;
    const token = await fetchToken(answer.headers.get('www-authenticate') ?? '', signal);
    authorization = {authorization: `Bearer ${token}`};
    return ask();
  };
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
  const answer = await fetchByEnvironment(url, {signal: limited(signal)});
  const body: unknown = answer.ok ? await answer.json() : {};
  const {token, access_token: accessToken} = body as {token?: unknown; access_token?: unknown};
  const value = token ?? accessToken;
  if (typeof value !== 'string') {
    throw new Error(`401: no token without a login (status ${answer.status})`);
  }
  return value;
}

function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
}
