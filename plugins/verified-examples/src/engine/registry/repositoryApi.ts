import type {Response} from 'undici';
import {fetchByEnvironment} from '../../../../base-images/src/machine/fetchByEnvironment';
import {authorize, limited} from './challenge';
import {loginTo} from './login';
import type {ImageReference} from './reference';

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
 * The API of the OCI distribution spec, with the login of whoever runs this where there is one, else with the token that
 * public registries give to everybody. Either is asked for once.
 */
export function openRepository(image: ImageReference, signal: AbortSignal): AskRepository {
  const {api, repository} = image;
  let authorization: Record<string, string> = {};
  return async (method, path, accept = '*/*') => {
    const ask = () =>
      fetchByEnvironment(`${api}/v2/${repository}/${path}`, {
        ...{method, headers: {accept, ...authorization}, signal: limited(signal)},
      });
    const answer = await ask();
    if (answer.status !== 401) return answer;
    let trouble = '';
    const login = await loginTo(image, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      trouble = error instanceof Error ? error.message : String(error);
      return undefined;
    });
    const challenge = answer.headers.get('www-authenticate') ?? '';
    try {
      authorization = {authorization: await authorize({challenge, login, api, signal})};
      const again = await ask();
      if (again.status !== 401 || trouble === '') return again;
    } catch (error) {
      if (trouble === '' || !(error instanceof Error && error.message.startsWith('401'))) throw error;
    }
    // Asked without a login, since that of this machine could not be had.
    throw new Error(`401: ${trouble}`);
  };
}
