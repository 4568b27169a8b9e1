import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished} from 'vitest';
import {rebuildBases} from '../../../../base-images/src';
import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {readPins, writePins} from '../../../../base-images/src/pins';
import {CopyOfSite, GUIDE} from '../../__tests__/copyOfSite';
import {machineTrust} from '../bases/machineTrust';
import {startFragileProxy, type FragileProxy} from '../../engine/__tests__/support/fragileProxy';
import {processesWith} from '../../engine/__tests__/support/machine';
import {pushArchive} from '../../engine/__tests__/support/pushArchive';
import {startRegistry, type Registry} from '../../engine/__tests__/support/registry';
import {DEFAULT_OPTIONS} from '../../settings';
import {Receipt, type Proof} from '../../proof/model/receipt';
import {Addresses} from '../../pages/publish/addresses';
import {collect} from '../../proof/collection';
import {cardView} from '../../pages/views/card';
import {parseOptions} from '../flags';
import {planOffline} from '../plan';
import {ALPINE, asking, GREETING, PROGRAM} from './support/registryExamples';
import {startSigningProxy} from './support/signingProxy';

/** What jiti compiled: a cache, on purpose. */
const COMPILED = 'node-jiti';

let scratch: string;
let site: CopyOfSite;
let registry: Registry;
let proxy: FragileProxy;
/** Name of a base to its archive. */
let archives: Map<string, string>;
/** The receipt of the greeting with its rebuilt proof. */
let rebuiltReceipt: string;

beforeAll(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
  site = new CopyOfSite();
  registry = await startRegistry(scratch);
  proxy = await startFragileProxy(registry.host);
  const refs = [ALPINE, 'golang:1.27-trixie', 'gcr.io/distroless/static-debian13:nonroot'];
  const {signal} = new AbortController();
  const bases = await rebuildBases(refs, {
    ...{platform: 'linux/amd64', cacheDir: cacheFolder(), signal, onProgress: () => undefined},
    ...machineTrust(),
  });
  archives = new Map(bases.map(({entry, archive}) => [entry.ref, archive]));
  await reset();
  expect(await verify('--bases', 'rebuilt')).toMatchObject({status: 0});
  rebuiltReceipt = readFileSync(receiptFile('greeting'), 'utf8');
});

afterAll(async () => {
  await proxy.kill();
  await registry.stop();
  site.remove();
  rmSync(scratch, {recursive: true, force: true});
});

beforeEach(reset);

async function reset(): Promise<void> {
  await proxy.revive();
  rmSync(site.file('examples'), {recursive: true, force: true});
  rmSync(site.file('plugins/base-images/pins.json'), {force: true});
  write('greeting', GREETING);
  mkdirSync(path.join(scratch, 'tmp'), {recursive: true});
  await push(ALPINE);
  proxy.asked();
}

afterEach(() => {
  expect(readdirSync(path.join(scratch, 'tmp')).filter((name) => name !== COMPILED)).toEqual([]);
  expect(processesWith(path.join(scratch, 'tmp'))).toEqual([]);
});

describe('bases of a registry', () => {
  it('pins what tags are now, proves beside the rebuilt proof, and is what a page prefers', async () => {
    writeFileSync(receiptFile('greeting'), rebuiltReceipt);
    const [rebuilt] = proofs();
    await writePins(site.folder, {zzz: {digest: `sha256:${'0'.repeat(64)}`, pinned: '2026-01-01'}});
    const digest = await push(ALPINE);
    const {status, output} = await verify('--update-pins', '--bases', 'registry');
    expect(output).toContain('1 proved, 0 unchanged, 0 upstream moved, 0 failed; 1 scenarios');
    expect(status).toBe(0);

    expect(Object.keys(readPins(site.folder))).toEqual([ALPINE, 'zzz']);
    expect(pinned()).toBe(digest);
    expect(readdirSync(site.file('plugins/base-images'))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^pins\.json\./)]),
    );
    expect(proxy.asked()).toContain(`GET /v2/library/alpine/manifests/${digest}`);

    const [kept, registryProof] = proofs();
    expect(registryProof).toMatchObject({
      world: 'registry',
      bases: [{ref: ALPINE, identity: digest, provenance: 'registry', approximations: []}],
      keyParts: {bases: {[ALPINE]: digest}},
    });
    expect(kept).toEqual(rebuilt);
    expect(await shown()).toMatchObject({state: 'verified', provenance: 'registry', identity: digest});

    for (const bases of ['auto', 'registry', 'rebuilt']) expect(planned(bases)).toEqual([]);
  });

  it('pulls the tools that read programs, too', async () => {
    rmSync(site.file('examples'), {recursive: true});
    write('program', PROGRAM);
    await push('golang:1.27-trixie');
    await push('gcr.io/distroless/static-debian13:nonroot');
    const {status, output} = await verify('--bases', 'registry');
    expect(output).toContain('1 proved');
    expect(status).toBe(0);
    const [proof] = proofs('program');
    expect(proof).toMatchObject({
      world: 'registry',
      image: {binary: {linkage: 'static', reproducible: true}},
    });
    expect(proof?.bases.map(({ref, identity}) => [ref, identity])).toEqual(
      Object.entries(readPins(site.folder))
        .map(([ref, {digest}]) => [ref, digest])
        .sort(),
    );
  });

  it('gives builders the authorities that SSL_CERT_FILE names, behind a proxy that signs anew', async () => {
    const signing = await startSigningProxy(scratch);
    onTestFinished(signing.stop);
    rmSync(site.file('examples'), {recursive: true});
    write('asks', asking(signing.address));
    await push('golang:1.27-trixie');
    const trusting = (bundle: string) => verifyUntil(CALM, ['--bases', 'registry'], {SSL_CERT_FILE: bundle});
    const without = await trusting('/etc/ssl/certs/ca-certificates.crt');
    expect(without.output).toContain('x509: certificate signed by unknown authority');
    expect(without.status).toBe(1);
    expect(await trusting(signing.bundle)).toMatchObject({status: 0});
    expect(proofs('asks')[0]?.scenarios[0]?.stdout).toBe('example.test/m v1.0.0\n');
  });

  it('says that a tag moved and still builds on what is pinned, until the pins are moved', async () => {
    writeFileSync(receiptFile('greeting'), rebuiltReceipt);
    const old = await push(ALPINE, randomBytes(1000));
    await writePins(site.folder, {[ALPINE]: {digest: old, pinned: '2026-01-01'}});
    const moved = await push(ALPINE, randomBytes(1000));
    const note = `Upstream moved: ${ALPINE} was ${old}, is ${moved}`;

    const first = await verify('--bases', 'registry');
    expect(first.output).toContain(note);
    expect(first.output).toContain('npm run verify -- --update-pins --bases registry');
    expect(first.status).toBe(0);
    expect(proxy.asked()).toContain(`GET /v2/library/alpine/manifests/${old}`);
    expect(pinned()).toBe(old);
    expect(await shown()).toMatchObject({state: 'moved', provenance: 'registry', identity: old});

    const marked = bytesOf(receiptFile('greeting'));
    const again = await verify('--bases', 'registry', '--force');
    expect(again.output).toContain('0 proved, 1 unchanged');
    expect(again.output).toContain(note);
    expect(again.status).toBe(0);
    expect(bytesOf(receiptFile('greeting'))).toBe(marked);

    // Nothing is proved here: the rebuilt proof still is one.
    const updated = await verify('--update-pins');
    expect(updated.output).toContain(`pins changed: ${ALPINE}`);
    expect(updated.output).not.toContain('Upstream moved');
    expect(updated.status).toBe(0);
    expect(pinned()).toBe(moved);
    expect(await shown()).toMatchObject({state: 'verified', provenance: 'rebuilt'});
    expect(planned('registry')).toEqual([`The registry proof is stale: base ${ALPINE} changed.`]);
  });

  it('fails when the registry breaks off in a pull, names the base, and changes no receipt', async () => {
    writeFileSync(receiptFile('greeting'), rebuiltReceipt);
    const digest = await push(ALPINE, randomBytes(4_000_000));
    proxy.dieAfter(1_000_000);
    const {status, output} = await verify('--bases', 'registry');
    expect(output).toMatch(/^The registry of alpine:3\.23 \(\S+\) (?:broke off|cannot be reached)/m);
    expect(output).toContain(digest);
    expect(status).toBe(3);
    expect(output).not.toContain('Bases are rebuilt');
    expect(bytesOf(receiptFile('greeting'))).toBe(rebuiltReceipt);

    await proxy.revive();
    expect(await verify('--bases', 'registry')).toMatchObject({status: 0});
    expect(proofs()[1]).toMatchObject({world: 'registry', bases: [{identity: digest}]});
  });

  it('leaves nothing behind when it is interrupted while the registry is silent', async () => {
    await push(ALPINE, randomBytes(4_000_000));
    proxy.stallAfter(1_000_000);
    const interruption = new AbortController();
    const running = verifyUntil(interruption.signal, ['--bases', 'registry']);
    await proxy.stalled();
    interruption.abort();
    const {status, output} = await running;
    expect(output).toContain(`pulling ${ALPINE} for linux/amd64`);
    expect(output).toContain('Interrupted');
    expect(status).toBe(130);
    expect(bytesOf(receiptFile('greeting'))).toBeUndefined();
  });

  it('asks for the registry and gets no other world when none answers; auto rebuilds', async () => {
    await writePins(site.folder, {[ALPINE]: {digest: `sha256:${'1'.repeat(64)}`, pinned: '2026-01-01'}});
    const pins = bytesOf(site.file('plugins/base-images/pins.json'));
    await proxy.kill();
    for (const args of [['--bases', 'registry'], ['--update-pins']]) {
      const {status, output} = await verify(...args);
      expect(output).toMatch(/^The registry of 127\.0\.0\.1:\d+\/library\/alpine:3\.23 /m);
      expect(status).toBe(3);
    }
    expect(bytesOf(receiptFile('greeting'))).toBeUndefined();

    const {status, output} = await verify('--bases', 'auto');
    expect(output).toMatch(/no registry: The registry of .* Bases are rebuilt here\./);
    expect(status).toBe(0);
    expect(proofs()).toMatchObject([{world: 'rebuilt', bases: [{ref: ALPINE, provenance: 'rebuilt'}]}]);
    expect(bytesOf(site.file('plugins/base-images/pins.json'))).toBe(pins);
  });

  it('takes a base that has no recipe, and without a registry says where it is named', async () => {
    const other = 'example.test/team/base:1';
    write('greeting', {...GREETING, Dockerfile: GREETING.Dockerfile.replace(ALPINE, other)});
    const refused = await verify('--bases', 'rebuilt');
    expect(refused.output).toContain(`examples/greeting/Dockerfile:1:6: base ${other} has no recipe, `);
    expect(refused.status).toBe(2);
    expect(bytesOf(receiptFile('greeting'))).toBeUndefined();

    const digest = await push(other);
    expect(await verify('--bases', 'registry')).toMatchObject({status: 0});
    expect(proofs()).toMatchObject([
      {world: 'registry', bases: [{ref: other, identity: digest, provenance: 'registry'}]},
    ]);
    expect(readPins(site.folder)[other]?.digest).toBe(digest);
    expect(await shown()).toMatchObject({state: 'verified', provenance: 'registry', identity: digest});
  });

  it('names every base that the registry does not have', async () => {
    const older = PROGRAM.Dockerfile.replace('1.27-trixie', '1.22-bookworm').replace('debian13', 'debian12');
    write('program', {...PROGRAM, Dockerfile: older});
    const {status, output} = await verify('--bases', 'registry');
    expect(output).toMatch(/has no image \S+golang:1\.22-bookworm/);
    expect(output).toMatch(/has no image \S+static-debian12:nonroot/);
    expect(status).toBe(3);
  });
});

function write(id: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(site.file('examples', id), {recursive: true});
  for (const [name, content] of Object.entries(files))
    writeFileSync(site.file('examples', id, name), content);
}

/** Gives a tag an image: the rebuilt one (Alpine's for a base without a recipe), or one that differs from it. */
function push(ref: string, marker?: Buffer): Promise<string> {
  const [first = '', ...rest] = ref.split('/');
  const name = rest.length === 0 ? `library/${ref}` : first.includes('.') ? rest.join('/') : ref;
  return pushArchive(archives.get(ref) ?? archives.get(ALPINE) ?? '', {host: registry.host, name, marker});
}

const CALM = new AbortController().signal;

const verify = (...args: string[]) => verifyUntil(CALM, args);

/** Interrupts it, as Ctrl-C does, when the signal aborts. */
function verifyUntil(signal: AbortSignal, args: readonly string[], variables: Record<string, string> = {}) {
  const env = {CGO_FIELD_GUIDE_MIRROR: proxy.host, TMPDIR: path.join(scratch, 'tmp'), ...variables};
  return site.run([GUIDE, 'verify', '--engine', 'docker', ...args], {env, signal});
}

const receiptFile = (id: string) => site.file('examples', id, 'receipt.json');
const bytesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const pinned = () => readPins(site.folder)[ALPINE]?.digest;

function proofs(id = 'greeting'): Proof[] {
  return Receipt.parse(JSON.parse(bytesOf(receiptFile(id)) ?? '')).proofs;
}

/** Why something would be proved, if only in a world. */
function planned(bases: string): string[] {
  return planOffline(collected(), parseOptions([], {bases})).map(({reason}) => reason);
}

const collected = () => collect(site.folder, {...DEFAULT_OPTIONS, id: 'default'});

/** What a card shows of the example. */
async function shown(): Promise<{state: string; provenance?: string; identity?: string}> {
  const collection = collected();
  const [example] = collection.examples;
  if (example === undefined) throw new Error('no example');
  const context = {collection, addresses: new Addresses(DEFAULT_OPTIONS.routeBasePath)};
  const card = await cardView({uid: 'x', example, variants: ['current'], files: () => []}, context);
  const [variant] = card.variants;
  const [proof] = variant?.proofs ?? [];
  return {
    state: variant?.state.state ?? '',
    provenance: proof?.provenance ?? '',
    identity: proof?.bases[0]?.identity ?? '',
  };
}
