import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {connect} from 'node:net';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {resolveOverHttp} from '../registry/resolveOverHttp';

describe('resolveOverHttp', () => {
  let close: (() => Promise<void>) | undefined;

  afterEach(async () => {
    vi.unstubAllEnvs();
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
      /^The registry of .* takes no more requests for now \(rate limit\): the registry answers with status 429/,
    ],
    [
      503,
      /^The registry of .*, or a proxy on the way to it, is out of order: the registry answers with status 503/,
    ],
  ])('status %i', async (status, message) => {
    const host = await serve((_request, response) => response.writeHead(status).end());
    await expect(resolveOverHttp(`${host}/a:1`, {signal})).rejects.toThrow(message);
  });

  describe('behind a proxy', () => {
    const LOGIN = `Basic ${Buffer.from('me:secret').toString('base64')}`;

    /** Knows one registry, by a name and a port that nothing else here answers to. */
    async function proxied(login: string): Promise<string[]> {
      const registry = await serve((_request, response) =>
        response.setHeader('docker-content-digest', digest).end(),
      );
      const [address = '', port = ''] = registry.split(':');
      const asked: string[] = [];
      const stopRegistry = close;
      const proxy = createServer().on('connect', ({url, headers}: IncomingMessage, client) => {
        asked.push(url ?? '');
        if (headers['proxy-authorization'] !== LOGIN) {
          client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
          return;
        }
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(connect(Number(port), address)).pipe(client);
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      close = async () => {
        await stopRegistry?.();
        proxy.closeAllConnections();
        proxy.close();
      };
      const bound = proxy.address();
      for (const name of ['http_proxy', 'no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
      vi.stubEnv(
        'HTTP_PROXY',
        `http://${login}127.0.0.1:${typeof bound === 'object' ? (bound?.port ?? 0) : 0}`,
      );
      return asked;
    }

    test('asks through it', async () => {
      const asked = await proxied('me:secret@');
      expect(await resolveOverHttp('localhost:5999/a:1', {signal})).toBe(digest);
      expect(asked).toEqual(['localhost:5999']);
    });

    test('says that it asks for a login', async () => {
      await proxied('');
      await expect(resolveOverHttp('localhost:5999/a:1', {signal})).rejects.toThrow(
        /^A proxy on the way to the registry of localhost:5999\/a:1 asks for a login: .*407/,
      );
    });

    test('goes past it where NO_PROXY says so', async () => {
      const asked = await proxied('me:secret@');
      vi.stubEnv('NO_PROXY', 'localhost');
      await expect(resolveOverHttp('localhost:5999/a:1', {signal})).rejects.toThrow(/cannot be reached/);
      expect(asked).toEqual([]);
    });
  });

  test('an abort is an abort', async () => {
    const host = await serve(() => undefined);
    const abort = AbortSignal.timeout(100);
    await expect(resolveOverHttp(`${host}/a:1`, {signal: abort})).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
