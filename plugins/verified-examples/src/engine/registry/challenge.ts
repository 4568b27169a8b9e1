import {fetchByEnvironment} from '../../../../base-images/src/machine/fetchByEnvironment';
import type {Login} from './login';

const ATTEMPT_MS = 30_000;

interface Challenge {
  /** `Bearer realm="…",service="…",scope="…"` or `Basic realm="…"`: the distribution spec on token authentication. */
  challenge: string;
  login: Login | undefined;
  api: string;
  signal: AbortSignal;
}

/**
 * Asks for a token where the registry wants one.
 *
 * @returns The header that answers the challenge
 * @throws Error that begins with 401, where neither the login nor the lack of one will do
 */
export async function authorize({challenge, login, api, signal}: Challenge): Promise<string> {
  if (/^basic /i.test(challenge) && login !== undefined && 'user' in login) return basic(login);
  const fields = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const realm = fields.get('realm');
  if (!/^bearer /i.test(challenge) || realm === undefined)
    throw new Error('401: the registry asks for a login');
  if (login !== undefined && api.startsWith('https:') && !realm.startsWith('https:'))
    throw new Error(`401: the registry wants the login sent to ${realm}, without TLS`);
  const asked = ['service', 'scope'].flatMap((key) => {
    const value = fields.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  const url = new URL(realm);
  for (const [key = '', value = ''] of asked) url.searchParams.set(key, value);
  const answer = await (login !== undefined && 'identityToken' in login
    ? fetchByEnvironment(realm, {
        method: 'POST',
        body: new URLSearchParams([
          ...asked,
          ['grant_type', 'refresh_token'],
          ['client_id', 'cgo-field-guide'],
          ['refresh_token', login.identityToken],
        ]),
        signal: limited(signal),
      })
    : fetchByEnvironment(url, {
        headers: login === undefined ? {} : {authorization: basic(login)},
        signal: limited(signal),
      }));
  const body: unknown = answer.ok ? await answer.json() : {};
  const {token, access_token: accessToken} = body as {token?: unknown; access_token?: unknown};
  const value = token ?? accessToken;
  if (typeof value === 'string') return `Bearer ${value}`;
  const why = login === undefined ? 'no token without a login' : 'the login of this machine is refused';
  throw new Error(`401: ${why} (status ${answer.status})`);
}

function basic({user, password}: {user: string; password: string}): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** The same, and at most as long as one answer may take. */
export function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
}
