import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {afterEach, describe, expect, test} from 'vitest';
import {unpulledBases} from '../build/unpulledBases';
import {parseReference} from '../registry/reference';
import {registryError} from '../registry/registryError';
import {resolveOverHttp} from '../registry/resolveOverHttp';

const hub = 'https://registry-1.docker.io';

describe('parseReference', () => {
  test.each([
    ['golang', {api: hub, repository: 'library/golang', version: 'latest'}],
    ['golang:1.27', {api: hub, repository: 'library/golang', version: '1.27'}],
    ['docker.io/library/golang:1.27', {api: hub, repository: 'library/golang', version: '1.27'}],
    ['user/image@sha256:00', {api: hub, repository: 'user/image', version: 'sha256:00'}],
    ['golang:1.27@sha256:00', {api: hub, repository: 'library/golang', version: 'sha256:00'}],
    [
      'gcr.io/distroless/static-debian12:nonroot',
      {api: 'https://gcr.io', repository: 'distroless/static-debian12', version: 'nonroot'},
    ],
    ['127.0.0.1:5000/a/b:c', {api: 'http://127.0.0.1:5000', repository: 'a/b', version: 'c'}],
    ['localhost/a', {api: 'http://localhost', repository: 'a', version: 'latest'}],
    [
      'registry.example.org:5000/a',
      {api: 'https://registry.example.org:5000', repository: 'a', version: 'latest'},
    ],
  ])('%s', (ref, expected) => {
    expect(parseReference(ref)).toEqual(expected);
  });
});

describe('a registry that gives no digest', () => {
  const missing = /^The registry has no image a\/b:1: .*\. Check the name and the tag\.$/;
  const hidden =
    /^The registry has no image a\/b:1, or does not show it without a login: .* or log in \(docker login\)\.$/;
  const login =
    /^The registry shows a\/b:1 only after a login: .* Log in \(docker login, or podman login\)\.$/;
  const rate = /^The registry of a\/b:1 has answered as often as it does for now: .* Wait, log in/;
  const proxy =
    /^A proxy on the way to the registry of a\/b:1 asks for a login: .* HTTPS_PROXY of the engine\.$/;
  const forbidden = /^The registry of a\/b:1, or a proxy on the way to it, forbids the request: .* Log in/;
  const certificate = /^The certificate of the registry of a\/b:1 is signed by nobody .* Add the authority/;
  const unreachable =
    /^The registry of a\/b:1 cannot be reached: .* Check the network, or use rebuilt bases\.$/;
  const broken = /^The registry of a\/b:1 broke off in the middle of its answer: .* Try again\.$/;
  const other = /^The registry of a\/b:1 gives no usable answer: .* Check the network/;

  test.each([
    [missing, true, 'ERROR: 127.0.0.1:5055/lib/bb:9: not found'],
    [missing, true, 'reading manifest 9 in docker.io/library/bb: manifest unknown'],
    [missing, true, 'the registry answers with status 404'],
    [
      hidden,
      true,
      'ERROR: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    ],
    [
      hidden,
      true,
      'errors: denied: requested access to the resource is denied unauthorized: authentication required',
    ],
    [
      login,
      true,
      'ERROR: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
    ],
    [login, true, 'reading manifest 1 in r.example/a/b: unauthorized: authentication required'],
    [login, true, 'no basic auth credentials'],
    [login, true, '401: the registry asks for a login'],
    [
      rate,
      false,
      'ERROR: failed to copy: httpReadSeeker: unexpected status code https://registry-1.docker.io/v2/a: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
    ],
    [rate, false, 'toomanyrequests: too many failed login attempts for username or IP address'],
    [rate, false, 'the registry answers with status 429'],
    [
      proxy,
      false,
      'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/": Proxy Authentication Required',
    ],
    [proxy, false, 'fetch failed: Proxy response (407) !== 200 when HTTP Tunneling'],
    [forbidden, false, 'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/": Forbidden'],
    [
      forbidden,
      false,
      'unexpected status from HEAD request to https://gcr.io/v2/a/b/manifests/1: 403 Forbidden',
    ],
    [
      certificate,
      false,
      'ERROR: failed to do request: Head "https://r/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [certificate, false, 'fetch failed: self-signed certificate in certificate chain'],
    [certificate, false, 'fetch failed: unable to get local issuer certificate'],
    [
      unreachable,
      false,
      'ERROR: failed to do request: Head "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
    ],
    [
      unreachable,
      false,
      'ERROR: failed to do request: Head "https://r/v2/": dial tcp: lookup r: no such host',
    ],
    [unreachable, false, 'fetch failed: getaddrinfo ENOTFOUND r'],
    [unreachable, false, 'no answer within 60 s'],
    [broken, false, 'ERROR: unexpected EOF'],
    [broken, false, 'fetch failed: other side closed'],
    [other, false, 'the registry answers with status 503'],
  ])('%s: %s, %s', (sentence, isMissing, said) => {
    const error = registryError('a/b:1', said);
    expect(error.message).toMatch(sentence);
    expect(error.missing).toBe(isMissing);
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

describe('resolveOverHttp', () => {
  let close: (() => Promise<void>) | undefined;

  afterEach(async () => {
    await close?.();
  });

  async function serve(
    handle: (request: IncomingMessage, response: ServerResponse) => void,
  ): Promise<string> {
    const server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  }

  const {signal} = new AbortController();
  const digest = `sha256:${'a'.repeat(64)}`;

  test('the digest that the registry tells, for an index or an image', async () => {
    let accepted = '';
    const host = await serve((request, response) => {
      accepted = request.headers.accept ?? '';
      expect(request.method).toBe('HEAD');
      expect(request.url).toBe('/v2/a/b/manifests/1');
      response.setHeader('docker-content-digest', digest).end();
    });
    expect(await resolveOverHttp(`${host}/a/b:1`, {signal})).toBe(digest);
    expect(accepted.split(', ')).toHaveLength(4);
  });

  test('without being told, the digest of the manifest', async () => {
    const host = await serve((request, response) => {
      response.end(request.method === 'GET' ? '{}' : undefined);
    });
    expect(await resolveOverHttp(`${host}/a:1`, {signal})).toBe(
      'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });

  test('the token that a public registry gives to everybody', async () => {
    const asked: string[] = [];
    const host = await serve((request, response) => {
      asked.push(
        `${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`.trim(),
      );
      if (request.url?.startsWith('/token') === true) {
        response.end(JSON.stringify({token: 'T'}));
      } else if (request.headers.authorization === 'Bearer T') {
        response.setHeader('docker-content-digest', digest).end();
      } else {
        const realm = `http://${request.headers.host ?? ''}/token`;
        response
          .writeHead(401, {
            'www-authenticate': `Bearer realm="${realm}",service="s",scope="repository:a:pull"`,
          })
          .end();
      }
    });
    expect(await resolveOverHttp(`${host}/a:1`, {signal})).toBe(digest);
    expect(asked).toEqual([
      'HEAD /v2/a/manifests/1',
      'GET /token?service=s&scope=repository%3Aa%3Apull',
      'HEAD /v2/a/manifests/1 Bearer T',
    ]);
  });

  test.each([
    [404, /^The registry has no image .*: not found/],
    [401, /^The registry shows .* only after a login: 401: the registry asks for a login/],
    [
      429,
      /^The registry of .* has answered as often as it does for now: the registry answers with status 429/,
    ],
    [503, /^The registry of .* gives no usable answer: the registry answers with status 503/],
  ])('status %i', async (status, message) => {
    const host = await serve((_request, response) => response.writeHead(status).end());
    await expect(resolveOverHttp(`${host}/a:1`, {signal})).rejects.toThrow(message);
  });

  test('an abort is an abort', async () => {
    const host = await serve(() => undefined);
    const abort = AbortSignal.timeout(100);
    await expect(resolveOverHttp(`${host}/a:1`, {signal: abort})).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
