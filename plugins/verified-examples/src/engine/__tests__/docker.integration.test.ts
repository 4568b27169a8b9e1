import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {call} from '../cli/cli';
import {createDocker} from '../docker/docker';
import {probeDocker} from '../docker/probe';
import {LOCAL_PLATFORM} from '../platform';
import {backgroundContract} from './contract/background';
import {imagesContract} from './contract/images';
import {limitsContract} from './contract/limits';
import {registriesContract} from './contract/registries';
import {runsContract} from './contract/runs';
import type {Subject} from './contract/subject';
import {sweepingContract} from './contract/sweeping';
import {cgroupsOf, mountsWith, processesWith} from './support/machine';
import {openDocker, type Opened} from './support/openEngines';
import {calm, sh} from './support/requests';
import {TEST_IMAGE, writeTestImage} from './support/testImage';

let opened: Opened;
let imageId: string;
const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
const subject: Subject = {
  name: 'docker',
  engine: () => opened.engine,
  imageId: () => imageId,
  directory: () => scratch,
};

beforeAll(async () => {
  opened = await openDocker();
  const archive = join(scratch, 'image.tar');
  imageId = await writeTestImage(archive);
  expect(await opened.engine.load(archive, {signal: calm()})).toBe(imageId);
});

afterAll(async () => {
  await opened.engine.close();
  rmSync(opened.directory, {recursive: true, force: true});
  rmSync(scratch, {recursive: true, force: true});
});

describe('docker', () => {
  describe('images and builds', () => {
    imagesContract(subject);
  });
  describe('runs', () => {
    runsContract(subject);
  });
  describe('limits', () => {
    limitsContract(subject);
  });
  describe('background containers', () => {
    backgroundContract(subject);
  });
  describe('registries', () => {
    registriesContract(subject);
  });
  describe('sweep', () => {
    sweepingContract(subject);
  });

  test('says what it is', () => {
    expect(opened.engine.name).toBe('docker');
    expect(opened.engine.platform).toBe(LOCAL_PLATFORM);
    expect(opened.engine.version).toMatch(/^\d+\.\d+/);
    expect(opened.engine.builder).toMatch(/^BuildKit .*\(buildx \d+\.\d+\S*\)$/);
    expect(opened.engine.runtime).toMatch(/^runc \d+\.\d+/);
  });

  test("a user's proxies reach containers of `docker run`, and none of ours", async () => {
    const [docker = '', , own = '', ...rest] = opened.engine.command;
    const users = join(scratch, 'users-config');
    const proxies = {default: {httpProxy: 'http://proxy.example:3128'}};
    const {cliPluginsExtraDirs} = z
      .object({cliPluginsExtraDirs: z.array(z.string())})
      .parse(JSON.parse(readFileSync(join(own, 'config.json'), 'utf8')));
    mkdirSync(users);
    writeFileSync(join(users, 'config.json'), JSON.stringify({cliPluginsExtraDirs, proxies}));
    const cli = {prefix: [docker, ...rest], env: {DOCKER_CONFIG: users}};
    const plain = ['run', '--rm', '--network', 'none', TEST_IMAGE, '/bin/sh', '-c', 'env'];
    expect(await call(cli, plain, {signal: calm(), timeoutMs: 60_000})).toContain('proxy.example');
    const engine = createDocker({cli, facts: await probeDocker(cli, calm())});
    try {
      const {exit, stdout} = await engine.run(sh('env'));
      expect(exit).toBe(0);
      expect(stdout.toString()).not.toMatch(/proxy/i);
    } finally {
      await engine.close();
    }
  });

  test('close leaves no process, no mount, no socket, and is safe twice', async () => {
    await opened.engine.close();
    await opened.engine.close();
    expect(processesWith(opened.directory)).toEqual([]);
    expect(mountsWith(opened.directory)).toEqual([]);
    expect(cgroupsOf(opened.directory)).toEqual([]);
    expect(processesWith(String(opened.engine.command.at(-1)))).toEqual([]);
  });
});
