import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {sha256} from '../../../../base-images/src/digest';
import {writePins} from '../../../../base-images/src/pins';
import type {RadarEntry} from '../../../../base-images/src/radar/model';
import {entryOf, RADAR_FILE, readRadar} from '../../../../base-images/src/radar/radarFile';
import {startRegistry, type Registry} from '../../engine/__tests__/support/registry';
import {lookAtImage} from '../../engine/registry/lookAtImage';
import {DEFAULT_OPTIONS} from '../../settings';
import {radarCommand} from '../radar/command';
import {lookAtRegistries} from '../radar/lookAtRegistries';
import {ALPINE, GREETING} from './support/registryExamples';

const {signal} = new AbortController();
const PLATFORM = 'linux/amd64';
const REF = 'team/base:1';
const OCI = 'application/vnd.oci.image';

let scratch: string;
let registry: Registry;

beforeAll(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
  registry = await startRegistry(scratch);
});
afterAll(async () => {
  await registry.stop();
  rmSync(scratch, {recursive: true, force: true});
});
beforeEach(() => {
  vi.stubEnv('CGO_FIELD_GUIDE_MIRROR', registry.host);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what a registry has for a platform', () => {
  it('is the same image when the index moved for another platform', async () => {
    await pushIndex([await pushImage('amd64', 'one'), await pushImage('arm64', 'one')]);
    const before = await look();
    await pushIndex([await pushImage('amd64', 'one'), await pushImage('arm64', 'two')]);
    const after = await look();
    expect(after.digest).not.toBe(before.digest);
    expect(after).toMatchObject({manifest: before.manifest, layers: before.layers});
  });

  it('has the same layers when the image was only made again', async () => {
    await pushIndex([await pushImage('amd64', 'one', '2026-01-01')]);
    const before = await look();
    await pushIndex([await pushImage('amd64', 'one', '2026-01-02')]);
    const after = await look();
    expect(after.manifest).not.toBe(before.manifest);
    expect(after.layers).toBe(before.layers);
    await pushIndex([await pushImage('amd64', 'two', '2026-01-02')]);
    expect((await look()).layers).not.toBe(before.layers);
  });

  it('is the manifest itself where a tag has no index', async () => {
    const {digest} = await pushImage('amd64', 'one', '2026-01-01', '1');
    expect(await look()).toMatchObject({digest, manifest: digest});
  });

  it('is an error when there is none for the platform', async () => {
    await pushIndex([await pushImage('arm64', 'one')]);
    await expect(look()).rejects.toThrow('not found for linux/amd64: it is for linux/arm64');
    await pushImage('arm64', 'one', '2026-01-01', '1');
    await expect(look()).rejects.toThrow('not found for linux/amd64: it is for linux/arm64');
  });
});

describe('what is pinned', () => {
  it('is asked of the registry when no radar has it', async () => {
    await pushIndex([await pushImage('amd64', 'one')]);
    const before = await look();
    await pushIndex([await pushImage('amd64', 'two')]);
    expect(await ask(before.digest)).toEqual([
      {ref: REF, platform: PLATFORM, pinned: before, answer: {now: await look()}},
    ]);
  });

  it('is what the last radar had, when the registry has it no more', async () => {
    await pushIndex([await pushImage('amd64', 'one')]);
    const now = await look();
    const pinned = {digest: digestOf('1'), manifest: digestOf('2'), layers: digestOf('3')};
    expect(await ask(pinned.digest, {pinned, now: null})).toMatchObject([{pinned, answer: {now}}]);
    expect(await ask(pinned.digest)).toMatchObject([{pinned: {digest: pinned.digest}, answer: {now}}]);
    expect((await ask(pinned.digest))[0]?.pinned).not.toHaveProperty('manifest');
  });

  it('is nothing where nothing is', async () => {
    expect(await ask(undefined)).toMatchObject([{pinned: null, answer: {now: await look()}}]);
  });
});

it('says what is wrong without the host that was asked, which may be one of this machine', async () => {
  const missing = await lookAtRegistries([{ref: 'team/none:1', platform: PLATFORM}], request({}));
  expect(missing).toMatchObject([{answer: {unknown: 'The registry has no image team/none:1.'}}]);

  vi.stubEnv('CGO_FIELD_GUIDE_MIRROR', await silentHost());
  const lines: string[] = [];
  const refs = ['team/a:1', 'team/b:1', 'team/c:1', 'team/d:1', 'team/e:1', 'team/f:1'];
  const subjects = refs.map((ref) => ({ref, platform: PLATFORM}));
  const looks = await lookAtRegistries(subjects, {...request({}), onProgress: (line) => lines.push(line)});
  expect(looks.map(({answer}) => answer)).toEqual(
    refs.map(() => ({unknown: 'The registry cannot be reached.'})),
  );
  expect(lines[0]).toMatch(/^team\/a:1: fetch failed: .*ECONNREFUSED/);
});

describe('npm run radar', () => {
  let site: string;
  beforeEach(() => {
    site = path.join(scratch, 'site');
    mkdirSync(path.join(site, 'plugins/base-images'), {recursive: true});
    mkdirSync(path.join(site, 'examples/greeting'), {recursive: true});
    for (const [name, content] of Object.entries(GREETING))
      writeFileSync(path.join(site, 'examples/greeting', name), content.replace(ALPINE, REF));
    // Nothing was rebuilt, so no package index is asked.
    vi.stubEnv('XDG_CACHE_HOME', path.join(scratch, 'cache'));
    vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-11-23T04:17:00Z')});
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    rmSync(site, {recursive: true});
  });

  const radar = () => radarCommand({siteDir: site, plugin: {...DEFAULT_OPTIONS, id: 'default'}});
  const entry = () => entryOf(readRadar(site), {reference: REF, platform: PLATFORM, world: 'registry'});

  it('writes what it saw, and counts a move that stood for a day', async () => {
    await pushIndex([await pushImage('amd64', 'one')]);
    const pinned = await look();
    await writePins(site, {[REF]: {digest: pinned.digest, pinned: '2026-11-01'}});
    expect(await radar()).toBe(0);
    expect(entry()).toMatchObject({state: 'unmoved', asOf: '2026-11-23', pinned, now: pinned});

    await pushIndex([await pushImage('amd64', 'two')]);
    vi.setSystemTime(new Date('2026-11-30T04:17:00Z'));
    expect(await radar()).toBe(0);
    expect(entry()).toMatchObject({state: 'moving', since: '2026-11-30T04:17:00Z', pinned});

    vi.setSystemTime(new Date('2026-12-07T04:17:00Z'));
    expect(await radar()).toBe(0);
    expect(entry()).toMatchObject({state: 'moved', since: '2026-11-30T04:17:00Z', asOf: '2026-12-07'});
    const others = readRadar(site).entries.filter(({reference}) => reference !== REF);
    expect(new Set(others.map(({state}) => state))).toEqual(new Set(['unknown']));
    expect(others.length).toBeGreaterThan(0);
    expect(readFileSync(path.join(site, RADAR_FILE), 'utf8')).not.toContain('127.0.0.1');
  });

  it('writes nothing over a radar that it cannot read', async () => {
    writeFileSync(path.join(site, RADAR_FILE), '{');
    await expect(radar()).rejects.toThrow(`${RADAR_FILE}: expected JSON`);
    expect(readFileSync(path.join(site, RADAR_FILE), 'utf8')).toBe('{');
  });
});

/** A port where nobody listens any more. */
async function silentHost(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

const look = () => lookAtImage(`${registry.host}/${REF}`, {platform: PLATFORM, signal});
const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;

function ask(digest: string | undefined, earlier?: Pick<RadarEntry, 'pinned' | 'now'>) {
  const pins = digest === undefined ? {} : {[REF]: {digest, pinned: '2026-01-01'}};
  return lookAtRegistries([{ref: REF, platform: PLATFORM}], {...request(pins), earlierOf: () => earlier});
}

function request(pins: Record<string, {digest: string; pinned: string}>) {
  return {pins, earlierOf: () => undefined, signal, onProgress: () => undefined};
}

interface Pushed {
  digest: string;
  size: number;
  architecture: string;
}

/** An image of one layer, whose bytes nobody reads. */
async function pushImage(
  architecture: string,
  content: string,
  created = '2026-01-01',
  tag?: string,
): Promise<Pushed> {
  const layer = await pushBlob(content);
  const rootfs = {type: 'layers', diff_ids: [layer.digest]};
  const config = await pushBlob(JSON.stringify({os: 'linux', architecture, created, rootfs}));
  const manifest = {
    ...{schemaVersion: 2, mediaType: `${OCI}.manifest.v1+json`},
    config: {mediaType: `${OCI}.config.v1+json`, ...config},
    layers: [{mediaType: `${OCI}.layer.v1.tar`, ...layer}],
  };
  return {...(await pushManifest(manifest, tag)), architecture};
}

async function pushIndex(images: readonly Pushed[]): Promise<void> {
  const manifests = images.map(({architecture, ...image}) => ({
    ...{mediaType: `${OCI}.manifest.v1+json`, ...image},
    platform: {os: 'linux', architecture},
  }));
  await pushManifest({schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests}, '1');
}

async function pushManifest(
  manifest: {mediaType: string; [member: string]: unknown},
  tag?: string,
): Promise<Omit<Pushed, 'architecture'>> {
  const body = JSON.stringify(manifest);
  const digest = sha256(body);
  const headers = {'content-type': manifest.mediaType};
  await accepted(await fetch(`${api()}/manifests/${tag ?? digest}`, {method: 'PUT', headers, body}));
  return {digest, size: Buffer.byteLength(body)};
}

async function pushBlob(body: string): Promise<{digest: string; size: number}> {
  const digest = sha256(body);
  const opened = await accepted(await fetch(`${api()}/blobs/uploads/`, {method: 'POST'}));
  const url = new URL(opened.headers.get('location') ?? '', api());
  url.searchParams.set('digest', digest);
  const headers = {'content-type': 'application/octet-stream'};
  await accepted(await fetch(url, {method: 'PUT', headers, body}));
  return {digest, size: Buffer.byteLength(body)};
}

const api = () => `http://${registry.host}/v2/${REF.replace(/:.*/, '')}`;

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
