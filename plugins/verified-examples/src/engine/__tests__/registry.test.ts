import {describe, expect, test} from 'vitest';
import {unpulledBases} from '../build/unpulledBases';
import {parseReference} from '../registry/reference';
import {registryError} from '../registry/registryError';

const hub = 'https://registry-1.docker.io';

describe('parseReference', () => {
  test.each([
    ['golang', {api: hub, registry: 'docker.io', repository: 'library/golang', version: 'latest'}],
    ['golang:1.27', {api: hub, registry: 'docker.io', repository: 'library/golang', version: '1.27'}],
    [
      'docker.io/library/golang:1.27',
      {api: hub, registry: 'docker.io', repository: 'library/golang', version: '1.27'},
    ],
    [
      'user/image@sha256:00',
      {api: hub, registry: 'docker.io', repository: 'user/image', version: 'sha256:00'},
    ],
    [
      'golang:1.27@sha256:00',
      {api: hub, registry: 'docker.io', repository: 'library/golang', version: 'sha256:00'},
    ],
    [
      'gcr.io/distroless/static-debian12:nonroot',
      {
        api: 'https://gcr.io',
        registry: 'gcr.io',
        repository: 'distroless/static-debian12',
        version: 'nonroot',
      },
    ],
    [
      '127.0.0.1:5000/a/b:c',
      {api: 'http://127.0.0.1:5000', registry: '127.0.0.1:5000', repository: 'a/b', version: 'c'},
    ],
    ['localhost/a', {api: 'http://localhost', registry: 'localhost', repository: 'a', version: 'latest'}],
    [
      'registry.example.org:5000/a',
      {
        api: 'https://registry.example.org:5000',
        registry: 'registry.example.org:5000',
        repository: 'a',
        version: 'latest',
      },
    ],
  ])('%s', (ref, expected) => {
    expect(parseReference(ref)).toEqual(expected);
  });
});

describe('a registry that gives no digest', () => {
  test('says what is wrong and what to do', () => {
    const said = [
      'ERROR: 127.0.0.1:5055/lib/bb:9: not found',
      'reading manifest 9 in docker.io/library/bb: manifest unknown',
      'the registry answers with status 404',
      'ERROR: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'ERROR: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
      'errors: denied: requested access to the resource is denied unauthorized: authentication required',
      'reading manifest 1 in ghcr.io/a/b: denied',
      'ERROR: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
      'reading manifest 1 in r.example/a/b: unauthorized: authentication required',
      'no basic auth credentials',
      '401: the registry asks for a login',
      'ERROR: failed to copy: httpReadSeeker: unexpected status code https://registry-1.docker.io/v2/a: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.',
      'toomanyrequests: too many failed login attempts for username or IP address',
      'the registry answers with status 429',
      'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/": Proxy Authentication Required',
      'fetch failed: Proxy response (407) !== 200 when HTTP Tunneling',
      'ERROR: failed to do request: Head "https://r/v2/": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused',
      'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/": Forbidden',
      'unexpected status from HEAD request to https://gcr.io/v2/a/b/manifests/1: 403 Forbidden',
      'ERROR: failed to do request: Head "https://r/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'fetch failed: self-signed certificate in certificate chain',
      'fetch failed: unable to get local issuer certificate',
      'Get "https://r/v2/": x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-01-01T00:00:00Z',
      'fetch failed: certificate is not yet valid',
      'Get "https://r/v2/": x509: certificate is valid for portal.example, not r',
      "fetch failed: Hostname/IP does not match certificate's altnames: Host: r. is not in the cert's altnames",
      'Get "https://r:5000/v2/": http: server gave HTTP response to HTTPS client',
      'ERROR: failed to do request: Head "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
      'ERROR: failed to do request: Head "https://r/v2/": dial tcp: lookup r: no such host',
      'fetch failed: getaddrinfo ENOTFOUND r',
      'fetch failed: connect EHOSTUNREACH 10.0.0.1:443',
      'no answer within 60 s',
      'ERROR: unexpected EOF',
      'fetch failed: other side closed',
      'the registry answers with status 503',
      'ERROR: failed to do request: Head "https://r/v2/a/manifests/1": Bad Gateway',
      'unexpected status from HEAD request to https://r/v2/a/manifests/1: 504 Gateway Timeout',
      'the registry answers with status 418',
    ];
    const texts = said.map((one) => {
      const {message, missing} = registryError('a/b:1', one);
      return missing ? `${message} (asked for others)` : message;
    });
    expect(`\n${texts.join('\n\n')}\n`).toMatchInlineSnapshot(`
      "
      The registry has no image a/b:1: 127.0.0.1:5055/lib/bb:9: not found. Check the name and the tag. (asked for others)

      The registry has no image a/b:1: reading manifest 9 in docker.io/library/bb: manifest unknown. Check the name and the tag. (asked for others)

      The registry has no image a/b:1: the registry answers with status 404. Check the name and the tag. (asked for others)

      The registry has no image a/b:1, or does not show it without a login: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed. Check the name and the tag, or log in (docker login). (asked for others)

      The registry has no image a/b:1, or does not show it without a login: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials. Check the name and the tag, or log in (docker login). (asked for others)

      The registry has no image a/b:1, or does not show it without a login: errors: denied: requested access to the resource is denied unauthorized: authentication required. Check the name and the tag, or log in (docker login). (asked for others)

      The registry has no image a/b:1, or does not show it without a login: reading manifest 1 in ghcr.io/a/b: denied. Check the name and the tag, or log in (docker login). (asked for others)

      The registry shows a/b:1 only after a login: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized. Log in (docker login, or podman login). (asked for others)

      The registry shows a/b:1 only after a login: reading manifest 1 in r.example/a/b: unauthorized: authentication required. Log in (docker login, or podman login). (asked for others)

      The registry shows a/b:1 only after a login: no basic auth credentials. Log in (docker login, or podman login). (asked for others)

      The registry shows a/b:1 only after a login: 401: the registry asks for a login. Log in (docker login, or podman login). (asked for others)

      The registry of a/b:1 takes no more requests for now (rate limit): failed to copy: httpReadSeeker: unexpected status code https://registry-1.docker.io/v2/a: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. Wait, log in (docker login), or name a mirror with CGO_FIELD_GUIDE_MIRROR.

      The registry of a/b:1 takes no more requests for now (rate limit): toomanyrequests: too many failed login attempts for username or IP address. Wait, log in (docker login), or name a mirror with CGO_FIELD_GUIDE_MIRROR.

      The registry of a/b:1 takes no more requests for now (rate limit): the registry answers with status 429. Wait, log in (docker login), or name a mirror with CGO_FIELD_GUIDE_MIRROR.

      A proxy on the way to the registry of a/b:1 asks for a login: failed to do request: Head "https://registry-1.docker.io/v2/": Proxy Authentication Required. Put user and password into HTTPS_PROXY: the one of the engine, and the one of this shell.

      A proxy on the way to the registry of a/b:1 asks for a login: fetch failed: Proxy response (407) !== 200 when HTTP Tunneling. Put user and password into HTTPS_PROXY: the one of the engine, and the one of this shell.

      The proxy on the way to the registry of a/b:1 cannot be reached: failed to do request: Head "https://r/v2/": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused. Check HTTPS_PROXY and NO_PROXY: those of the engine, and those of this shell.

      The registry of a/b:1, or a proxy on the way to it, forbids the request: failed to do request: Head "https://registry-1.docker.io/v2/": Forbidden. Log in (docker login), or have the proxy let this registry through.

      The registry of a/b:1, or a proxy on the way to it, forbids the request: unexpected status from HEAD request to https://gcr.io/v2/a/b/manifests/1: 403 Forbidden. Log in (docker login), or have the proxy let this registry through.

      The certificate of the registry of a/b:1 is signed by an authority that is not trusted here: failed to do request: Head "https://r/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority. Add the authority, perhaps that of a proxy, to those that this machine and the engine trust.

      The certificate of the registry of a/b:1 is signed by an authority that is not trusted here: fetch failed: self-signed certificate in certificate chain. Add the authority, perhaps that of a proxy, to those that this machine and the engine trust.

      The certificate of the registry of a/b:1 is signed by an authority that is not trusted here: fetch failed: unable to get local issuer certificate. Add the authority, perhaps that of a proxy, to those that this machine and the engine trust.

      The certificate of the registry of a/b:1 is not valid today: Get "https://r/v2/": x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-01-01T00:00:00Z. Check the clocks of this machine and of the engine's, then the certificate.

      The certificate of the registry of a/b:1 is not valid today: fetch failed: certificate is not yet valid. Check the clocks of this machine and of the engine's, then the certificate.

      What answers for the registry of a/b:1 has the certificate of another: Get "https://r/v2/": x509: certificate is valid for portal.example, not r. Check the name and CGO_FIELD_GUIDE_MIRROR; a proxy or a login page may answer in its place.

      What answers for the registry of a/b:1 has the certificate of another: fetch failed: Hostname/IP does not match certificate's altnames: Host: r. is not in the cert's altnames. Check the name and CGO_FIELD_GUIDE_MIRROR; a proxy or a login page may answer in its place.

      The registry of a/b:1 speaks HTTP without TLS: Get "https://r:5000/v2/": http: server gave HTTP response to HTTPS client. Name it under insecure-registries of the engine, if it is yours.

      The registry of a/b:1 cannot be reached: failed to do request: Head "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused. Check the network, or use rebuilt bases.

      The registry of a/b:1 cannot be reached: failed to do request: Head "https://r/v2/": dial tcp: lookup r: no such host. Check the network, or use rebuilt bases.

      The registry of a/b:1 cannot be reached: fetch failed: getaddrinfo ENOTFOUND r. Check the network, or use rebuilt bases.

      The registry of a/b:1 cannot be reached: fetch failed: connect EHOSTUNREACH 10.0.0.1:443. Check the network, or use rebuilt bases.

      The registry of a/b:1 cannot be reached: no answer within 60 s. Check the network, or use rebuilt bases.

      The registry of a/b:1 broke off in the middle of its answer: unexpected EOF. Try again.

      The registry of a/b:1 broke off in the middle of its answer: fetch failed: other side closed. Try again.

      The registry of a/b:1, or a proxy on the way to it, is out of order: the registry answers with status 503. Try again later, or use rebuilt bases.

      The registry of a/b:1, or a proxy on the way to it, is out of order: failed to do request: Head "https://r/v2/a/manifests/1": Bad Gateway. Try again later, or use rebuilt bases.

      The registry of a/b:1, or a proxy on the way to it, is out of order: unexpected status from HEAD request to https://r/v2/a/manifests/1: 504 Gateway Timeout. Try again later, or use rebuilt bases.

      The registry of a/b:1 gives no usable answer: the registry answers with status 418. Check the network, or use rebuilt bases.
      "
    `);
  });

  test('ends what was said with one full stop', () => {
    expect(registryError('a/b:1', 'toomanyrequests: Slow down.').message).toContain(': Slow down. Wait');
    expect(registryError('a/b:1', 'ERROR: unexpected EOF').message).toContain(': unexpected EOF. Try');
  });
});

test('a base that could not be pulled is named as in its FROM', () => {
  const bases = {
    'golang:1.27': `127.0.0.1:5000/library/golang:1.27@sha256:${'a'.repeat(64)}`,
    'alpine:3.23': `127.0.0.1:5000/library/alpine:3.23@sha256:${'b'.repeat(64)}`,
  };
  const alpine = `alpine:3.23 (${bases['alpine:3.23']})`;
  const lines = [
    `ERROR: failed to solve: 127.0.0.1:5000/library/alpine:3.23@sha256:${'b'.repeat(64)}: failed to resolve source metadata`,
    'ERROR: failed to do request: Get "http://127.0.0.1:5000/v2/library/alpine/blobs/sha256:cc": connection refused',
  ];
  for (const line of lines) expect(unpulledBases(bases, line)).toBe(alpine);
  expect(unpulledBases(bases, 'ERROR: failed to copy: EOF')).toBe(
    `golang:1.27 (${bases['golang:1.27']}), ${alpine}`,
  );
  expect(unpulledBases({'a/b:1': 'a/b:1'}, 'ERROR')).toBe('a/b:1');
});
