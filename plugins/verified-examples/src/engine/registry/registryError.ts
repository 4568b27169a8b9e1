import {RegistryError} from '../types';

interface Kind {
  /** How Docker, Podman and fetch say it. */
  said: RegExp;
  /** What has gone wrong, about an image or its registry. */
  what: (ref: string) => string;
  todo: string;
  /** The registry answered, and can be asked for other images. */
  missing?: boolean;
}

/** The first that fits wins: what says most of the cause goes first. */
const KINDS: readonly Kind[] = [
  {
    said: /toomanyrequests|too many requests|rate limit|\b429\b/i,
    what: (ref) => `The registry of ${ref} takes no more requests for now (rate limit)`,
    todo: 'Wait, log in (docker login), or name a mirror with CGO_FIELD_GUIDE_MIRROR.',
  },
  {
    said: /proxy authentication required|\b407\b/i,
    what: (ref) => `A proxy on the way to the registry of ${ref} asks for a login`,
    todo: 'Put user and password into HTTPS_PROXY: the one of the engine, and the one of this shell.',
  },
  {
    said: /proxyconnect/i,
    what: (ref) => `The proxy on the way to the registry of ${ref} cannot be reached`,
    todo: 'Check HTTPS_PROXY and NO_PROXY: those of the engine, and those of this shell.',
  },
  {
    said: /expired or is not yet valid|certificate (?:has expired|is not yet valid)/i,
    what: (ref) => `The certificate of the registry of ${ref} is not valid today`,
    todo: "Check the clocks of this machine and of the engine's, then the certificate.",
  },
  {
    said: /certificate is (?:not )?valid for|does not match certificate/i,
    what: (ref) => `What answers for the registry of ${ref} has the certificate of another`,
    todo: 'Check the name and CGO_FIELD_GUIDE_MIRROR; a proxy or a login page may answer in its place.',
  },
  {
    said: /x509|unknown authority|self[- ]signed certificate|local issuer certificate|unable to verify the first certificate/i,
    what: (ref) =>
      `The certificate of the registry of ${ref} is signed by an authority that is not trusted here`,
    todo: 'Add the authority, perhaps that of a proxy, to those that this machine and the engine trust.',
  },
  {
    said: /server gave HTTP response to HTTPS client/,
    what: (ref) => `The registry of ${ref} speaks HTTP without TLS`,
    todo: 'Name it under insecure-registries of the engine, if it is yours.',
  },
  {
    said: /\b50[0-4]\b|internal server error|bad gateway|service unavailable|gateway timeout/i,
    what: (ref) => `The registry of ${ref}, or a proxy on the way to it, is out of order`,
    todo: 'Try again later, or use rebuilt bases.',
  },
  {
    said: /no such host|dial tcp|connection refused|timeout|deadline exceeded|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|no answer within/i,
    what: (ref) => `The registry of ${ref} cannot be reached`,
    todo: 'Check the network, or use rebuilt bases.',
  },
  {
    said: /\bEOF\b|connection reset|terminated|premature|http: server closed|other side closed/i,
    what: (ref) => `The registry of ${ref} broke off in the middle of its answer`,
    todo: 'Try again.',
  },
  {
    said: /pull access denied|repository does not exist|requested access to the resource is denied|insufficient_scope|(?<!permission )denied$/i,
    what: (ref) => `The registry has no image ${ref}, or does not show it without a login`,
    todo: 'Check the name and the tag, or log in (docker login).',
    missing: true,
  },
  {
    said: /\b401\b|unauthorized|authentication required|no basic auth credentials/i,
    what: (ref) => `The registry shows ${ref} only after a login`,
    todo: 'Log in (docker login, or podman login).',
    missing: true,
  },
  {
    said: /\b403\b|forbidden/i,
    what: (ref) => `The registry of ${ref}, or a proxy on the way to it, forbids the request`,
    todo: 'Log in (docker login), or have the proxy let this registry through.',
  },
  {
    said: /not found|manifest unknown|name unknown|\b404\b/i,
    what: (ref) => `The registry has no image ${ref}`,
    todo: 'Check the name and the tag.',
    missing: true,
  },
];

const OTHER: Omit<Kind, 'said'> = {
  what: (ref) => `The registry of ${ref} gives no usable answer`,
  todo: 'Check the network, or use rebuilt bases.',
};

/** The error for a registry that gave no digest, from what was said about it: what it is, and what to do. */
export function registryError(ref: string, said: string): RegistryError {
  const detail = said.trim().replace(/^ERROR:\s*/, '');
  const {what, todo, missing} = kindOf(detail);
  const end = detail.endsWith('.') ? '' : '.';
  return new RegistryError(`${what(ref)}: ${detail}${end} ${todo}`, missing);
}

/**
 * The same in one sentence for a place that names the image already, without what was said: that may name hosts of one
 * machine.
 */
export function registryTrouble(ref: string, said: string): string {
  return `${kindOf(said).what(ref).replace(` of ${ref}`, '')}.`;
}

function kindOf(said: string): Omit<Kind, 'said'> {
  return KINDS.find((kind) => kind.said.test(said)) ?? OTHER;
}
