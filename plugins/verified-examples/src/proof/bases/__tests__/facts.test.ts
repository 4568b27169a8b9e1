import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {catalogue, findBase} from '../../../../../base-images/src';
import {COMPARED} from '../../../../../base-images/src/compared';
import {RECEIPTS} from '../../../../../engine-words/src';
import {linkFolder} from '../../../__tests__/fixtures';
import {factsRefusal} from '../../gate/gate';
import {runGate} from '../../../runGate';
import {DEFAULT_OPTIONS} from '../../../settings';
import type {Radar} from '../../../../../base-images/src/radar/model';
import {basesView} from '../../../pages/views/bases';
import {
  expectedFacts,
  FACTS_FOLDER,
  judgeFacts,
  writeBaseFacts,
  type BaseFacts,
  type ExpectedFacts,
} from '../facts';
import {measureScratch} from '../../../verify/bases/measure';

const expected: ExpectedFacts[] = [
  {ref: 'alpine:3.23', platform: 'linux/amd64', name: 'alpine-3.23.amd64.json', recipe: 'sha256:now'},
  {ref: 'scratch', platform: 'linux/amd64', name: 'scratch.amd64.json', recipe: 'sha256:empty'},
];

function factsOf(ref: string, recipe: string, change: Partial<BaseFacts> = {}): BaseFacts {
  const image = measureScratch('linux/amd64');
  const names = {aliases: [], family: 'alpine', platform: 'linux/amd64', approximations: []};
  return {schema: 1, ref, ...names, recipe, image, ...change};
}

const good = {
  'alpine-3.23.amd64.json': JSON.stringify(factsOf('alpine:3.23', 'sha256:now')),
  'scratch.amd64.json': JSON.stringify(factsOf('scratch', 'sha256:empty')),
};

describe('facts of bases', () => {
  it('are used when all are there and of the recipes of now', () => {
    const {facts, problems} = judgeFacts(good, expected);
    expect(problems).toEqual([]);
    expect(facts.map(({ref}) => ref)).toEqual(['alpine:3.23', 'scratch']);
    expect(factsRefusal(problems)).toBeUndefined();
  });

  it('refuse the build when missing, of another recipe, of another base, malformed or too many', () => {
    const judge = (files: Record<string, string>) => judgeFacts(files, expected).problems;
    const {'scratch.amd64.json': scratch} = good;
    expect(
      factsRefusal([
        ...judge({'scratch.amd64.json': scratch}),
        ...judge({...good, 'alpine-3.23.amd64.json': JSON.stringify(factsOf('alpine:3.23', 'sha256:old'))}),
        ...judge({...good, 'alpine-3.23.amd64.json': scratch}),
        ...judge({...good, 'alpine-3.23.amd64.json': '{"schema": 1'}),
        ...judge({...good, 'alpine-3.23.amd64.json': scratch.replace('"caRoots":0', '"caRoots":"many"')}),
        ...judge({...good, 'alpine-3.14.amd64.json': scratch}),
      ]),
    ).toMatchInlineSnapshot(`
      "The site can't be built: 6 files of facts of base images cannot be used.
        plugins/base-images/facts/alpine-3.23.amd64.json: missing: alpine:3.23 was not measured on linux/amd64
        plugins/base-images/facts/alpine-3.23.amd64.json: the recipe of alpine:3.23 changed since it was measured
        plugins/base-images/facts/alpine-3.23.amd64.json: is of scratch on linux/amd64, not of alpine:3.23 on linux/amd64
        plugins/base-images/facts/alpine-3.23.amd64.json: is not JSON
        plugins/base-images/facts/alpine-3.23.amd64.json: image.caRoots: Invalid input: expected number, received string
        plugins/base-images/facts/alpine-3.14.amd64.json: is of no base of the catalogue; remove it
      Measure with: npm run bases -- --write, and for arm64: npm run bases -- --write --platform linux/arm64"
    `);
  });

  it('are expected of every base of the catalogue on each of its platforms', () => {
    const all = expectedFacts();
    expect(new Set(all.map(({name}) => name)).size).toBe(all.length);
    const rebuilt = all.filter(({recipe}) => recipe !== undefined);
    expect(rebuilt.length).toBe(catalogue.flatMap(({platforms}) => platforms).length);
  });
});

describe('facts of a base that only a registry has', () => {
  const [{name, ...base}] = expectedFacts().filter(({recipe}) => recipe === undefined) as [ExpectedFacts];
  const digest = `sha256:${'a'.repeat(64)}`;
  const unsaid = factsOf(base.ref, 'x', {platform: base.platform, recipe: undefined});
  const judge = (facts: object) => judgeFacts({[name]: JSON.stringify(facts)}, [{name, ...base}]);

  it('may be missing, and are used when they say which digest was measured', () => {
    expect(judgeFacts({}, [{name, ...base}])).toEqual({facts: [], problems: []});
    const {facts, problems} = judge({...unsaid, pulled: {digest, on: '2026-11-30'}});
    expect(problems).toEqual([]);
    expect(
      basesView(facts, {unmeasured: [], today: '2026-11-30', radar: {schema: 1, entries: []}}),
    ).toMatchObject({
      rows: [{names: [{ref: base.ref}], approximations: []}],
      rebuilt: false,
      pulled: [{ref: base.ref, digest, on: '2026-11-30'}],
    });
  });

  it('stop the build when they do not, or when they claim a recipe', () => {
    expect(judge(unsaid).problems).toEqual([
      `${name}: does not say which digest of ${base.ref} was measured`,
    ]);
    expect(judge({...unsaid, recipe: 'sha256:old', pulled: {digest, on: '2026-11-30'}}).problems).toEqual([
      `${name}: the recipe of ${base.ref} changed since it was measured`,
    ]);
  });

  it('are of no base that is rebuilt here', () => {
    expect(COMPARED.filter(({ref}) => findBase(ref) !== undefined)).toEqual([]);
  });
});

describe('the gate', () => {
  let site: string;
  beforeEach(() => {
    site = mkdtempSync(path.join(tmpdir(), 'cgo-test-'));
    mkdirSync(path.join(site, FACTS_FOLDER), {recursive: true});
    mkdirSync(path.join(site, 'examples'));
    linkFolder(site, RECEIPTS);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(site, {recursive: true});
  });
  const gate = () => runGate(site, {id: 'default', ...DEFAULT_OPTIONS});

  it('stops a build, and only warns an author', async () => {
    for (const {ref, platform, recipe} of expectedFacts())
      if (recipe !== undefined) await writeBaseFacts(site, factsOf(ref, recipe, {platform}));
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => gate()).not.toThrow();
    const [first] = expectedFacts();
    if (first === undefined) throw new Error('the catalogue is empty');
    rmSync(path.join(site, FACTS_FOLDER, first.name));
    expect(() => gate()).toThrow(`${FACTS_FOLDER}/${first.name}: missing: ${first.ref}`);
    vi.stubEnv('NODE_ENV', 'development');
    expect(() => gate()).not.toThrow();
  });
});

describe('writeBaseFacts', () => {
  it('writes once what stays the same', async () => {
    const site = mkdtempSync(path.join(tmpdir(), 'cgo-test-'));
    const facts = factsOf('scratch', 'sha256:empty');
    expect([await writeBaseFacts(site, facts), await writeBaseFacts(site, facts)]).toEqual([true, false]);
    expect(JSON.parse(readFileSync(path.join(site, FACTS_FOLDER, 'scratch.amd64.json'), 'utf8'))).toEqual(
      facts,
    );
    writeFileSync(path.join(site, FACTS_FOLDER, 'scratch.amd64.json'), '{}');
    expect(await writeBaseFacts(site, facts)).toBe(true);
    rmSync(site, {recursive: true});
  });
});

describe('basesView', () => {
  const NOBODY_ASKED: Radar = {schema: 1, entries: []};
  const SHOWN = {unmeasured: [], today: '2026-11-28', radar: NOBODY_ASKED};
  const image = measureScratch('linux/amd64');
  const names = (rows: {names: {ref: string}[]}[]) => rows.map((row) => row.names.map(({ref}) => ref));

  it('puts bases into one row that differ in nothing but their user', () => {
    const {rows, aside} = basesView(
      [
        factsOf('a:latest', 'x'),
        factsOf('a:nonroot', 'y', {image: {...image, user: '65532', uid: 65532}}),
        factsOf('a:other', 'z', {image: {...image, shell: '/bin/sh'}}),
      ],
      SHOWN,
    );
    expect(names(rows)).toEqual([['a:latest', 'a:nonroot'], ['a:other']]);
    expect(rows[0]?.runsAs.map(({uid}) => uid)).toEqual([0, 65532]);
    expect(aside).toEqual([]);
  });

  it('puts aside debug tags and older releases, each of its own name', () => {
    const refs = [
      'gcr.io/distroless/cc-debian12:latest',
      'gcr.io/distroless/cc-debian12:debug',
      'gcr.io/distroless/cc-debian13:debug-nonroot',
      'gcr.io/distroless/cc-debian13:latest',
      'gcr.io/distroless/old-debian12:latest',
      'golang:1.9-bookworm',
      'golang:1.27-alpine3.23',
      'golang:1.27-trixie',
      'alpine:3.9',
      'alpine:3.23',
      'scratch',
    ];
    const sizes = refs.map((ref, size) => factsOf(ref, 'x', {image: {...image, size}}));
    const trixie = factsOf('debian:trixie-slim', 'x', {
      aliases: ['debian:13-slim'],
      image: {...image, size: 90},
    });
    const bookworm = factsOf('debian:bookworm-slim', 'x', {
      aliases: ['debian:12-slim'],
      image: {...image, size: 91},
    });
    const {rows, aside} = basesView([...sizes, trixie, bookworm], SHOWN);
    expect(names(rows).flat()).toEqual([
      'gcr.io/distroless/cc-debian13:latest',
      'gcr.io/distroless/old-debian12:latest',
      'golang:1.27-alpine3.23',
      'golang:1.27-trixie',
      'alpine:3.23',
      'scratch',
      'debian:trixie-slim',
    ]);
    expect(aside.map(({why, rows: folded}) => [why, names(folded).flat()])).toEqual([
      ['debug', ['gcr.io/distroless/cc-debian13:debug-nonroot']],
      [
        'older',
        [
          'gcr.io/distroless/cc-debian12:latest',
          'gcr.io/distroless/cc-debian12:debug',
          'golang:1.9-bookworm',
          'alpine:3.9',
          'debian:bookworm-slim',
        ],
      ],
    ]);
  });
});
