export interface ImageReference {
  /** Where the registry's API answers, with scheme. */
  api: string;
  /** As references name it, and logins: with its port. */
  registry: string;
  repository: string;
  /** Tag or digest. */
  version: string;
}

/** Docker Hub is named `docker.io` in references, and its API is elsewhere. */
export const HUB = 'docker.io';
const HUB_API = 'registry-1.docker.io';

/**
 * Takes an image name apart by Docker's rules: without a host it is Docker Hub's, without a folder there it is an official
 * image, without a tag it is `latest`. A registry on this machine speaks plain HTTP.
 */
export function parseReference(ref: string): ImageReference {
  const [name = '', digest] = ref.split('@');
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasHost = /[.:]/.test(first) || first === 'localhost';
  const host = hasHost ? first : HUB;
  const rest = hasHost ? name.slice(slash + 1) : name;
  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? 'latest' : rest.slice(colon + 1);
  const local = /^(?:localhost|127\.\d+\.\d+\.\d+)(?::\d+)?$/.test(host);
  return {
    api: `${local ? 'http' : 'https'}://${host === HUB ? HUB_API : host}`,
    registry: host,
    repository: host === HUB && !path.includes('/') ? `library/${path}` : path,
    version: digest ?? tag,
  };
}
