import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {withoutProxies} from '../docker/withoutProxies';
import {launch} from '../run/launch';
import {DOCKER_RUN} from '../run/runArguments';
import {takeOut} from '../run/takeOut';
import {calm} from './support/requests';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
const PROXIES = {default: {httpProxy: 'http://proxy.example:3128'}};
let folders = 0;

afterAll(() => {
  rmSync(scratch, {recursive: true});
});

function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = join(scratch, String(folders++));
  mkdirSync(made);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

describe.skipIf(process.platform === 'win32')("Docker's configuration for runs", () => {
  test("has the user's contexts and certificates, neither proxies nor logins", () => {
    const kept = {currentContext: 'colima', HttpHeaders: {'X-Team': 'docs'}};
    const users = folder({
      'config.json': JSON.stringify({...kept, proxies: PROXIES, auths: {r: {auth: 'c2VjcmV0'}}}),
      'ca.pem': 'authority',
    });
    mkdirSync(join(users, 'contexts'));
    const {DOCKER_CONFIG = ''} = withoutProxies(folder(), {DOCKER_CONFIG: users});
    expect(readdirSync(DOCKER_CONFIG).sort()).toEqual(['ca.pem', 'config.json', 'contexts']);
    expect(JSON.parse(readFileSync(join(DOCKER_CONFIG, 'config.json'), 'utf8'))).toEqual(kept);
    expect(readFileSync(join(DOCKER_CONFIG, 'ca.pem'), 'utf8')).toBe('authority');
  });

  test.each([
    ['names no proxies', {'config.json': '{"currentContext": "colima"}'}],
    ['is not there', {}],
    ['is no JSON', {'config.json': '{'}],
  ])('is that of the user where it %s', (_, files) => {
    expect(withoutProxies(folder(), {DOCKER_CONFIG: folder(files)})).toEqual({});
  });

  test('is what a container is made with', async () => {
    const log = join(scratch, 'log');
    const docker = join(scratch, 'docker');
    writeFileSync(docker, `#!/bin/sh\necho "$1 $DOCKER_CONFIG" >> ${log}\n`);
    chmodSync(docker, 0o755);
    const context = {
      ...{cli: {prefix: [docker], env: {}}, labels: [], run: 'r', cwd: scratch, guessOutOfMemory: false},
      containers: {
        inspect: () => Promise.resolve(undefined),
        kill: () => Promise.resolve(true),
        remove: () => Promise.resolve(),
      },
      flavour: {...DOCKER_RUN, env: {DOCKER_CONFIG: '/without'}},
    };
    await takeOut(context, {image: 'i', commands: () => [], signal: calm()});
    const run = {
      image: 'i',
      name: 'n',
      options: [],
      args: [],
      maxOutput: 1,
      timeoutMs: 60_000,
      signal: calm(),
    };
    await expect(launch(run, context).result).rejects.toThrow('the engine lost the container');
    expect(readFileSync(log, 'utf8')).toBe('create /without\nrun /without\n');
  });
});
