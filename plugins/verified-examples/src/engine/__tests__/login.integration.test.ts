import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it, vi} from 'vitest';
import {resolveOverHttp} from '../registry/resolveOverHttp';
import {startRegistry, type Registry} from './support/registry';

/** me:secret, as `htpasswd -B` writes it. */
const USERS = 'me:$2b$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n';
const {signal} = new AbortController();

let directory: string;
let registry: Registry;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cgo-test-login-'));
  registry = await startRegistry(directory, USERS);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await registry.stop();
  rmSync(directory, {recursive: true, force: true});
});

const asked = async (password: string) => {
  const auth = Buffer.from(`me:${password}`).toString('base64');
  writeFileSync(join(directory, 'config.json'), JSON.stringify({auths: {[registry.host]: {auth}}}));
  vi.stubEnv('DOCKER_CONFIG', directory);
  return resolveOverHttp(`${registry.host}/a/b:1`, {signal});
};

it('a registry with users answers who has logged in, and nobody else', async () => {
  await expect(asked('secret')).rejects.toThrow(/^The registry has no image .*: not found/);
  await expect(asked('wrong')).rejects.toThrow(/only after a login: the registry answers with status 401/);
});
