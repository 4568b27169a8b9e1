import {getProxyForUrl} from 'proxy-from-env';
import {fetch, ProxyAgent, type RequestInit, type Response} from 'undici';

const agents = new Map<string, ProxyAgent>();

/**
 * `fetch` through the proxy that HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY name, in capitals or small letters, as
 * engines and Go read them. Node's own `fetch` of version 20 goes past it.
 *
 * @throws TypeError when no answer comes; its cause says why
 */
export function fetchByEnvironment(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const proxy = getProxyForUrl(url.toString());
  return fetch(url, proxy === '' ? init : {...init, dispatcher: agentOf(proxy)});
}

function agentOf(proxy: string): ProxyAgent {
  const agent = agents.get(proxy) ?? new ProxyAgent(proxy);
  agents.set(proxy, agent);
  return agent;
}
