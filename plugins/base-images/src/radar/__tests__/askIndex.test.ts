import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {platformOf} from '../../recipe/platform';
import {askIndex} from '../askIndex';

vi.mock('../../deb/suiteRoot', () => ({suiteRoot: () => Promise.resolve({APT_CONFIG: '/the/root'})}));

let folder: string;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-'));
  said = [];
  vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, {recursive: true});
});

const workshop = (signal = new AbortController().signal) => ({
  ...{cache: join(folder, 'cache'), platform: platformOf('linux/arm64'), signal},
  onProgress: (line: string) => said.push(line),
});

it("asks apt's lists of a suite", async () => {
  const asked = join(folder, 'asked');
  await tool(
    'apt-cache',
    `echo "$APT_CONFIG $LC_ALL $*" > ${asked}`,
    'echo "libc6:"',
    'echo "  Candidate: 2"',
  );
  const answer = await askIndex({kind: 'debian', suite: 'trixie'}, ['libc6', 'zlib1g'], workshop());
  expect(answer).toEqual(new Map([['libc6', '2']]));
  expect(await readFile(asked, 'utf8')).toBe('/the/root C policy libc6 zlib1g\n');
});

it('asks for the releases of Go, for the platform', async () => {
  await tool('go', 'echo "$2 $3 $4 v0.0.1-go1.27.9.linux-arm64 v0.0.1-go1.27.10.linux-amd64"');
  expect(await askIndex({kind: 'go'}, ['1.27'], workshop())).toEqual(new Map([['1.27', '1.27.9']]));
});

it('says in a sentence that there is no answer, and what was said elsewhere', async () => {
  await tool('apt-cache', 'echo "E: no http://mirror.internal" >&2', 'exit 100');
  const answer = await askIndex({kind: 'debian', suite: 'trixie'}, ['libc6'], workshop());
  expect(answer).toBe('The package list of Debian trixie could not be read.');
  expect(said.join('\n')).toContain('mirror.internal');

  for (const name of ['HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9');
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
  expect(await askIndex({kind: 'alpine', release: '3.23'}, [], workshop())).toBe(
    'The package list of Alpine 3.23 could not be read.',
  );
  expect(said.at(-1)).toBe('Alpine 3.23: fetch failed: connect ECONNREFUSED 127.0.0.1:9');
});

it('is no answer either when it is interrupted', async () => {
  await tool('apt-cache', 'exec sleep 60');
  const controller = new AbortController();
  const asking = askIndex({kind: 'debian', suite: 'trixie'}, ['libc6'], workshop(controller.signal));
  controller.abort(new Error('interrupted'));
  await expect(asking).rejects.toThrow('interrupted');
  expect(said).toEqual([]);
});

async function tool(name: string, ...lines: readonly string[]): Promise<void> {
  await writeFile(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(join(folder, name), 0o755);
}
