import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {loginTo} from '../registry/login';
import {parseReference} from '../registry/reference';
import {resolveOverHttp} from '../registry/resolveOverHttp';

const {signal} = new AbortController();
const DIGEST = `sha256:${'a'.repeat(64)}`;
const auth = (user: string) => ({auth: Buffer.from(`${user}:se:cret`).toString('base64')});
const login = (ref: string) => loginTo(parseReference(ref), signal);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cgo-test-login-'));
  for (const name of ['DOCKER_CONFIG', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR']) vi.stubEnv(name, folder);
  vi.stubEnv('REGISTRY_AUTH_FILE', path.join(folder, 'auth.json'));
  vi.stubEnv('PATH', `${folder}:${process.env.PATH ?? ''}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true, force: true});
});

function docker(config: object | string): void {
  const written = typeof config === 'string' ? config : JSON.stringify(config);
  writeFileSync(path.join(folder, 'config.json'), written);
}

function helper(script: string): void {
  const file = path.join(folder, 'docker-credential-test');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

describe('a login to a registry', () => {
  it('is that of docker login, for Docker Hub under its old address', async () => {
    docker({
      auths: {
        'https://index.docker.io/v1/': auth('hub'),
        'r.example:5000': auth('r'),
        'https://ghcr.io': auth('g'),
      },
    });
    expect(await login('golang:1.27')).toEqual({user: 'hub', password: 'se:cret'});
    expect(await login('r.example:5000/a')).toEqual({user: 'r', password: 'se:cret'});
    expect(await login('ghcr.io/a/b')).toEqual({user: 'g', password: 'se:cret'});
    expect(await login('gcr.io/a/b')).toBeUndefined();
  });

  it('is that of podman login before it, the one for a part of a registry first', async () => {
    docker({auths: {'quay.io': auth('docker')}});
    expect(await login('quay.io/team/a')).toMatchObject({user: 'docker'});
    mkdirSync(path.join(folder, 'containers'));
    const auths = {'quay.io': auth('all'), 'quay.io/team': auth('team')};
    writeFileSync(path.join(folder, 'containers/auth.json'), JSON.stringify({auths}));
    expect(await login('quay.io/team/a')).toMatchObject({user: 'team'});
    expect(await login('quay.io/teams/a')).toMatchObject({user: 'all'});
    writeFileSync(path.join(folder, 'auth.json'), JSON.stringify({auths: {'quay.io': auth('named')}}));
    expect(await login('quay.io/team/a')).toMatchObject({user: 'named'});
  });

  it('comes from a credential helper, which may have none', async () => {
    docker({auths: {'r.example': {}}, credsStore: 'test', credHelpers: {'h.example': 'test'}});
    helper(
      'read -r server; [ "$server" = none.example ] && { echo credentials not found in native keychain; exit 1; }; echo "{\\"Username\\":\\"$1 $server\\",\\"Secret\\":\\"s\\"}"',
    );
    expect(await login('r.example/a')).toEqual({user: 'get r.example', password: 's'});
    expect(await login('h.example/a')).toEqual({user: 'get h.example', password: 's'});
    expect(await login('golang')).toEqual({user: 'get https://index.docker.io/v1/', password: 's'});
    expect(await login('none.example/a')).toBeUndefined();
    helper('echo \'{"Username":"<token>","Secret":"t"}\'');
    expect(await login('r.example/a')).toEqual({identityToken: 't'});
  });

  it('says which file or helper is in the way', async () => {
    docker('{');
    await expect(login('golang')).rejects.toThrow(`${folder}/config.json can't be read as a file of logins`);
    docker({auths: {'r.example': {auth: 'bm9jb2xvbg=='}}});
    await expect(login('r.example/a')).rejects.toThrow('config.json has no user and password for r.example');
    docker({credsStore: 'missing'});
    await expect(login('golang')).rejects.toThrow(/^docker-credential-missing: .*ENOENT/);
    docker({credsStore: 'test'});
    helper('echo the keychain is locked >&2; exit 1');
    await expect(login('golang')).rejects.toThrow('docker-credential-test: the keychain is locked');
  });
});

describe('a registry that wants a login', () => {
  interface Asked {
    method: string | undefined;
    url: string | undefined;
    authorization: string | undefined;
    body: string;
  }
  let close: () => void;
  afterEach(() => {
    close();
  });

  /** @param challenge - What it answers to who has no token; a token has only who asks for it by one of these */
  async function registry(challenge: (host: string) => string, ...tokens: string[]) {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      const {method, url, headers} = request;
      void text(request).then((body) => {
        const {authorization} = headers;
        asked.push({method, url, authorization, body});
        const may = tokens.some((token) => authorization === token || body.includes(token));
        if (url?.startsWith('/token') === true)
          response.writeHead(may ? 200 : 401).end(may ? '{"access_token":"T"}' : '');
        else if (authorization === 'Bearer T' || (authorization?.startsWith('Basic ') === true && may))
          response.setHeader('docker-content-digest', DIGEST).end();
        else response.writeHead(401, {'www-authenticate': challenge(headers.host ?? '')}).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    const address = server.address();
    return {host: `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`, asked};
  }

  const bearer = (host: string) =>
    `Bearer realm="http://${host}/token",service="s",scope="repository:a:pull"`;
  const BASIC = `Basic ${auth('me').auth}`;

  it('is asked with it for a token', async () => {
    const {host, asked} = await registry(bearer, BASIC);
    docker({auths: {[host]: auth('me')}});
    expect(await resolveOverHttp(`${host}/a:1`, {signal})).toBe(DIGEST);
    expect(asked.map(({method, authorization}) => `${method ?? ''} ${authorization ?? ''}`.trim())).toEqual([
      'HEAD',
      `GET ${BASIC}`,
      'HEAD Bearer T',
    ]);
  });

  it('is asked with it at once where it knows no tokens', async () => {
    const {host, asked} = await registry(() => 'Basic realm="r"', BASIC);
    docker({auths: {[host]: auth('me')}});
    expect(await resolveOverHttp(`${host}/a:1`, {signal})).toBe(DIGEST);
    expect(asked.at(-1)).toMatchObject({url: '/v2/a/manifests/1', authorization: BASIC});
  });

  it('exchanges an identity token', async () => {
    const {host, asked} = await registry(bearer, 'refresh_token=I');
    docker({auths: {[host]: {identitytoken: 'I'}}});
    expect(await resolveOverHttp(`${host}/a:1`, {signal})).toBe(DIGEST);
    expect(asked[1]).toMatchObject({
      method: 'POST',
      url: '/token',
      body: 'service=s&scope=repository%3Aa%3Apull&grant_type=refresh_token&client_id=cgo-field-guide&refresh_token=I',
    });
  });

  it('tells a login that is refused from none, and from one that can’t be had', async () => {
    const {host} = await registry(bearer, BASIC);
    const said = () =>
      resolveOverHttp(`${host}/a:1`, {signal}).then(String, (error: unknown) => (error as Error).message);
    docker({});
    const none = await said();
    docker({auths: {[host]: auth('you')}});
    const refused = await said();
    docker({credsStore: 'missing'});
    const missing = await said();
    const plain = (text: string) => text.replaceAll(host, 'HOST');
    expect(
      [none, refused, missing.slice(0, missing.indexOf('docker-credential-missing:') + 26)].map(plain),
    ).toEqual([
      'The registry shows HOST/a:1 only after a login: 401: no token without a login (status 401). Log in (docker login, or podman login).',
      'The registry shows HOST/a:1 only after a login: 401: the login of this machine is refused (status 401). Log in (docker login, or podman login).',
      'The registry shows HOST/a:1 only after a login: 401: docker-credential-missing:',
    ]);
  });
});
