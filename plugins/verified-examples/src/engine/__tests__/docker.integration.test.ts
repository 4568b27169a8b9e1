import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {backgroundContract} from './contract/background';
import {imagesContract} from './contract/images';
import {limitsContract} from './contract/limits';
import {registriesContract} from './contract/registries';
import {runsContract} from './contract/runs';
import type {Subject} from './contract/subject';
import {sweepingContract} from './contract/sweeping';
import {cgroupsOf, mountsWith, processesWith} from './support/machine';
import {openDocker, type Opened} from './support/openEngines';
import {calm} from './support/requests';
import {writeTestImage} from './support/testImage';

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
    expect(opened.engine.version).toMatch(/^\d+\.\d+/);
    expect(opened.engine.builder).toMatch(/^BuildKit .*\(buildx \d+\.\d+\S*\)$/);
    expect(opened.engine.runtime).toMatch(/^runc \d+\.\d+/);
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
