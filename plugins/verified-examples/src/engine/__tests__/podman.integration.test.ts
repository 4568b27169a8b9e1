import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {backgroundContract} from './contract/background';
import {filesContract} from './contract/files';
import {imagesContract} from './contract/images';
import {limitsContract} from './contract/limits';
import {registriesContract} from './contract/registries';
import {runsContract} from './contract/runs';
import type {Subject} from './contract/subject';
import {sweepingContract} from './contract/sweeping';
import {LOCAL_PLATFORM} from '../platform';
import {mountsWith, processesWith} from './support/machine';
import {openPodman, type Opened} from './support/openEngines';
import {calm} from './support/requests';
import {writeTestImage} from './support/testImage';

let opened: Opened;
let imageId: string;
const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
const subject: Subject = {
  name: 'podman',
  engine: () => opened.engine,
  imageId: () => imageId,
  directory: () => scratch,
};

beforeAll(async () => {
  opened = await openPodman();
  const archive = join(scratch, 'image.tar');
  imageId = await writeTestImage(archive);
  expect(await opened.engine.load(archive, {signal: calm()})).toBe(imageId);
});

afterAll(async () => {
  await opened.engine.close();
  rmSync(opened.directory, {recursive: true, force: true});
  rmSync(scratch, {recursive: true, force: true});
});

describe('podman', () => {
  describe('images and builds', () => {
    imagesContract(subject);
  });
  describe('runs', () => {
    runsContract(subject);
  });
  describe('files', () => {
    filesContract(subject);
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
    expect(opened.engine.name).toBe('podman');
    expect(opened.engine.platform).toBe(LOCAL_PLATFORM);
    expect(opened.engine.version).toMatch(/^\d+\.\d+/);
    expect(opened.engine.builder).toMatch(/^buildah \d+\.\d+/);
    expect(opened.engine.runtime).toMatch(/^(?:runc|crun) \d+\.\d+/);
  });

  test('close leaves no process and no mount, and is safe twice', async () => {
    await opened.engine.close();
    await opened.engine.close();
    expect(processesWith(opened.directory)).toEqual([]);
    expect(mountsWith(opened.directory)).toEqual([]);
  });
});
