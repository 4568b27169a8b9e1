import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {call} from '../cli/cli';
import {createDocker} from '../docker/docker';
import {probeDocker} from '../docker/probe';
import {LOCAL_PLATFORM} from '../platform';
import {backgroundContract} from './contract/background';
import {filesContract} from './contract/files';
import {imagesContract} from './contract/images';
import {limitsContract} from './contract/limits';
import {registriesContract} from './contract/registries';
import {runsContract} from './contract/runs';
import type {Subject} from './contract/subject';
import {sweepingContract} from './contract/sweeping';
import {asked} from './support/asking';
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

/** Lays an empty folder over it where the daemon is, which has mounts of its own. */
async function hideFromDaemon(folder: string): Promise<void> {
  const {stdout} = await execa('pgrep', ['--newest', '--full', `dockerd .*${opened.directory}`]);
  await execa('nsenter', ['--target', stdout, '--mount', 'mount', '-t', 'tmpfs', 'none', folder]);
}

describe('docker', () => {
  describe('images and builds', () => {
    imagesContract(subject);
  });
  describe('runs', () => {
    runsContract(subject);
  });
  describe('files', () => {
    filesContract(subject);

    test('that the engine does not see reach it by archive, and are swept', async () => {
      const hidden = mkdtempSync(join(scratch, 'hidden-'));
      await hideFromDaemon(hidden);
      const folder = join(hidden, 'mounts-1');
      mkdirSync(folder);
      writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\n', {mode: 0o644});
      const {engine} = opened;
      const shelf = await engine.shelve(folder, TEST_IMAGE, {signal: calm()});
      expect(shelf.path).not.toBe(folder);
      await shelf.fill();
      writeFileSync(join(folder, 'taken'), 'later\n', {mode: 0o755});
      await shelf.fill();
      const mounts = {
        '/etc/resolv.conf': `${shelf.path}/resolv.conf`,
        '/taken': `${shelf.path}/taken`,
      };
      const script = 'cat /etc/resolv.conf /taken; ls -ln /taken; echo x > /taken';
      const {stdout, stderr} = await engine.run(sh(script, {mounts, user: '0'}));
      expect(stdout.toString()).toMatch(/^nameserver 127\.0\.0\.1\nlater\n-rwxr-xr-x +1 0 +0 /);
      expect(stderr.toString()).toContain('Read-only file system');
      const volumes = () => asked(engine, 'volume', 'ls', '--quiet');
      expect(await volumes()).toContain('cgo-guide-files-');
      await engine.sweep();
      expect(await volumes()).not.toContain('cgo-guide-files-');
    });
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
