import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it, test} from 'vitest';
import {contentDigest} from '../../../../../base-images/src/archive/makeArchive';
import type {RadarEntry} from '../../../../../base-images/src/radar/model';
import type {Proof} from '../../../proof/model/receipt';
import {rebuiltSubjects} from '../rebuiltSubjects';
import {sayRadar} from '../sayRadar';
import {provedContents, registrySubjects} from '../subjects';

const PLATFORM = 'linux/amd64';
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

test('registries are asked about what proofs need and the catalogue has, once each', () => {
  const entry = {ref: 'alpine:3.23', platforms: [PLATFORM, 'linux/arm64']};
  const scratch = {ref: 'scratch', platforms: [PLATFORM]};
  const needed = [
    {ref: 'debian:13-slim', platform: PLATFORM},
    {ref: 'alpine:3.23', platform: PLATFORM},
    {ref: `alpine@${digest('a')}`, platform: PLATFORM},
  ];
  const rest = {aliases: [], family: 'alpine', builder: false, approximations: []} as const;
  expect(
    registrySubjects(needed, [
      {...rest, ...entry},
      {...rest, ...scratch},
    ]),
  ).toEqual([
    {ref: 'alpine:3.23', platform: PLATFORM},
    {ref: 'alpine:3.23', platform: 'linux/arm64'},
    {ref: 'debian:13-slim', platform: PLATFORM},
  ]);
});

type Use = Proof['bases'][number];
const use = (ref: string, content: string, more: Partial<Use> = {}): Use => ({
  ...{ref, content, identity: 'x', provenance: 'rebuilt', approximations: []},
  ...more,
});
/** Of a proof, only what is looked at here. */
const proof = (
  provedAt: string,
  bases: Use[],
  packages: Record<string, string> | null = null,
  on = PLATFORM,
) => ({provedAt, bases, platform: on, image: packages && {packages}}) as unknown as Proof;

test('the newest proof says what counts, under the canonical name and on the platform of the base', () => {
  const proofs = [
    proof('2026-11-28T00:00:00Z', [use('debian:13-slim', 'new')]),
    proof('2026-11-27T00:00:00Z', [use('debian:trixie-slim', 'old'), use('alpine:3.23', 'a')]),
    proof('2026-11-29T00:00:00Z', [use('alpine:3.23', digest('c'), {provenance: 'registry'})]),
    proof('2026-11-29T00:00:00Z', [use('golang:1.27', 'g', {platform: PLATFORM})], null, 'linux/arm64'),
  ];
  expect(Object.fromEntries(provedContents(proofs))).toEqual({
    'debian:trixie-slim linux/amd64': 'new',
    'alpine:3.23 linux/amd64': 'a',
    'golang:1.27-trixie linux/amd64': 'g',
  });
});

const ENTRY: RadarEntry = {
  ...{reference: 'alpine:3.23', platform: PLATFORM, world: 'rebuilt', state: 'unmoved', asOf: '2026-11-29'},
  ...{pinned: {digest: digest('a')}, now: {digest: digest('a')}, since: null, why: null, supportEnd: null},
};

let cache: string;
beforeAll(() => {
  cache = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
});
afterAll(() => {
  rmSync(cache, {recursive: true});
});

it('takes packages whose digest is what a proof rests on, and forgets contents that nothing rests on', async () => {
  const packages = {libc6: '2.41-12'};
  const content = contentDigest(packages);
  const proofs = [
    proof('2026-11-28T00:00:00Z', [use('debian:trixie-slim', content)], packages),
    proof('2026-11-28T00:00:00Z', [use('debian:bookworm-slim', digest('b'))], {more: '1', ...packages}),
  ];
  const recorded = {[digest('a')]: {musl: '1'}, [digest('f')]: {other: '1'}};
  const found = await rebuiltSubjects({proofs, radar: {schema: 1, entries: [ENTRY]}, recorded, cache});
  expect(found.contents).toEqual({[content]: packages, [digest('a')]: {musl: '1'}});
  const contentOf = (ref: string) =>
    found.subjects.find(({entry, platform}) => entry.ref === ref && platform === PLATFORM)?.content;
  expect(contentOf('debian:trixie-slim')).toBe(content);
  expect(contentOf('debian:bookworm-slim')).toBe(digest('b'));
  expect(contentOf('alpine:3.23')).toBe(digest('a'));
  expect(contentOf('golang:1.27-trixie')).toBeNull();
  expect(found.subjects.map(({entry}) => entry.ref)).not.toContain('scratch');
});

test('what is printed: moves with their packages, reasons of not knowing, counts', () => {
  const why = 'The registry has no image alpine:3.23.';
  const newer = [{package: 'musl', was: '1', is: '2'}];
  const entries: RadarEntry[] = [
    ENTRY,
    {...ENTRY, platform: 'linux/arm64', state: 'moved', since: '2026-11-22T04:17:00Z', newer},
    {...ENTRY, world: 'registry', state: 'unknown', now: null, why},
    {...ENTRY, reference: 'b:1', world: 'registry', state: 'unknown', why: why.replace('alpine:3.23', 'b:1')},
  ];
  expect(sayRadar(entries)).toMatchInlineSnapshot(`
    "alpine:3.23 linux/arm64 rebuilt: moved, since 2026-11-22T04:17:00Z
      musl 1, now 2
    unknown, 2 bases: The registry has no image ….
    1 unmoved, 0 moving, 1 moved, 2 unknown"
  `);
});
