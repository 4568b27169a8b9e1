import {describe, expect, it} from 'vitest';
import {copiesOf, CURRENT, fixture, fixturesIn, published, revisionOf, sha256} from './published';

const copies = copiesOf(published());
const STATIC = fixture('published/pure-go-static');

describe('without a comment line', () => {
  it.each(fixturesIn('published'))('knows %s by its bytes', (id) => {
    const copy = copies.find(fixture(`published/${id}`));
    expect(copy).toMatchObject({foundBy: 'hash', same: true, differences: [], rule: 'copy-current'});
    expect(copy?.address).toMatch(new RegExp(`^/x/${id}@`));
  });

  it('knows it with the line ends of Windows', () => {
    expect(copies.find(STATIC.replaceAll('\n', '\r\n'))).toMatchObject({foundBy: 'hash', same: true});
  });

  it.each([
    ['pure-go-static', 7],
    ['pure-go-scratch', 10],
    ['cgo-glibc-base', 9],
    ['cgo-static-musl', 6],
    ['cgo-debian-slim', 9],
  ])('finds that a Dockerfile is from %s, with %i edits', (id, edits) => {
    const copy = copies.find(fixture(`derived/${id}`));
    expect(copy?.address).toMatch(new RegExp(`^/x/${id}@`));
    expect(copy).toMatchObject({foundBy: 'likeness', same: false});
    expect(copy?.differences).toHaveLength(edits);
  });

  it.each(fixturesIn('unrelated'))('says nothing of %s', (name) => {
    expect(copies.find(fixture(`unrelated/${name}`))).toBeNull();
  });

  it.each(['', '\n', '# only a comment', 'FROM scratch', '{"syntax": "x"}', '\u0000\u0001', 'RUN <<EOF\nsh'])(
    'says nothing of %j',
    (text) => {
      expect(copies.find(text)).toBeNull();
    },
  );

  it('says nothing of a usual Dockerfile, however near a published one it is', () => {
    const usual = STATIC.replace(/^#.*\n/gm, '')
      .replace('ARG PACKAGE=./cmd/app\n', '')
      .replace('"$PACKAGE"', './cmd/app');
    expect(copies.find(usual)).toBeNull();
  });

  it('says nothing of a Dockerfile that has two comments of a published one, and other steps', () => {
    const comments = STATIC.split('\n').filter((line) => line.startsWith('#'));
    const steps = [
      'FROM node:24-alpine',
      'WORKDIR /app',
      'COPY . .',
      'RUN npm ci',
      'CMD ["node", "index.js"]',
    ];
    expect(copies.find([...comments, ...steps].join('\n'))).toBeNull();
  });

  it('names steps that differ, renamed ones against each other', () => {
    expect(copies.find(fixture('derived/cgo-static-musl'))?.differences.slice(0, 2)).toEqual([
      {line: 1, was: 'FROM golang:1.27-alpine3.23 AS build', is: 'FROM golang:1.28-alpine3.24 as build'},
      {line: 7, was: 'ARG PACKAGE=./cmd/app', is: 'ARG PACKAGE=./cmd/agent'},
    ]);
  });

  it('takes the current revision of two equal ones, then the recipe, then the newest', () => {
    const superseded = {is: 'superseded', by: '/x/b@000000000000', on: '2026-12-01', why: null} as const;
    const [old, recipe, example] = [
      revisionOf('a', STATIC, superseded),
      revisionOf('b', STATIC),
      {...revisionOf('c', STATIC), kind: 'example' as const},
    ];
    expect(copiesOf([example, recipe, old]).find(STATIC)?.address).toBe(recipe.address);
    expect(copiesOf([old, example]).find(STATIC)?.address).toBe(example.address);
    expect(copiesOf([revisionOf('d', STATIC), recipe]).find(STATIC)?.address).toBe(recipe.address);
  });

  it('finds the nearest of several revisions', () => {
    const older = STATIC.replaceAll('1.27', '1.26').replace('EXPOSE 8080\n', '');
    const revisions = [
      revisionOf('a', older, {is: 'superseded', by: '/x/a@000000000000', on: '2026-12-01', why: null}),
      revisionOf('a', STATIC),
    ];
    const found = (text: string) => copiesOf(revisions).find(text.replace('./cmd/app', './cmd/b'))?.rule;
    expect(found(older)).toBe('copy-superseded');
    expect(found(STATIC)).toBe('copy-current');
  });
});

describe('with a comment line', () => {
  const {address} = revisionOf('pure-go-static', STATIC);
  const line = (host: string, at = address, hash = sha256(STATIC)) => `# from ${host}${at} sha256:${hash}\n`;

  it.each(['https://cgo.guide', 'http://localhost:3000', 'https://example.github.io/guide'])(
    'knows equal bytes, from %s',
    (host) => {
      const copy = copies.find(line(host) + STATIC);
      expect(copy).toMatchObject({
        foundBy: 'line',
        line: 1,
        same: true,
        differences: [],
        rule: 'copy-current',
      });
    },
  );

  it('reads it behind parser directives, and with the line ends of Windows', () => {
    const directives = '# syntax=docker/dockerfile:1\n# escape=\\\n';
    const text = directives + STATIC;
    const revisions = [revisionOf('a', text)];
    const written = directives + line('https://a.test', revisions[0]?.address, sha256(text)) + STATIC;
    for (const one of [written, written.replaceAll('\n', '\r\n')])
      expect(copiesOf(revisions).find(one)).toMatchObject({foundBy: 'line', line: 3, same: true});
  });

  it('counts edits, also where too few steps are left to be like it', () => {
    const edited = line('https://a.test') + 'FROM golang:1.27-trixie AS build\nRUN go build\n';
    expect(copies.find(edited)).toMatchObject({foundBy: 'line', same: false});
    expect(copies.find(edited)?.differences.length).toBeGreaterThan(9);
  });

  it('tells changed comments from changed steps', () => {
    const copy = copies.find(line('https://a.test') + STATIC.replace('Your main package', 'Ours'));
    expect(copy).toMatchObject({same: false, differences: []});
  });

  it('takes the file that has the hash, of several of one revision', () => {
    const other = fixture('published/cgo-static-musl');
    const revision = revisionOf('a', STATIC);
    revision.files.push({path: 'other.Dockerfile', sha256: sha256(other), text: other});
    const text = `${line('https://a.test', revision.address, sha256(other))}FROM scratch\n`;
    expect(copiesOf([revision]).find(text)?.origin?.path).toBe('other.Dockerfile');
  });

  it('takes the hash where the address is of nobody', () => {
    const text = `# from https://example.com/Dockerfile sha256:${sha256(STATIC)}\n${STATIC}`;
    expect(copies.find(text)).toMatchObject({foundBy: 'line', address, same: true});
  });

  it('does not know a revision that the index does not have', () => {
    const at = '/x/pure-go-static@ffffffffffff';
    expect(copies.find(line('https://a.test', at, 'f'.repeat(64)) + STATIC)).toMatchObject({
      rule: 'copy-unknown',
      address: at,
      origin: null,
    });
  });

  it('takes a line of a foreign host and a foreign example for a comment', () => {
    const foreign = line('https://example.com', '/x/something@ffffffffffff', 'f'.repeat(64));
    expect(copies.find(`${foreign}FROM scratch\n`)).toBeNull();
    expect(copies.find(foreign + STATIC.replace('8080', '80'))?.foundBy).toBe('likeness');
  });
});

describe('what became of the revision', () => {
  const superseded = {
    is: 'superseded',
    by: '/x/a@0123456789ab',
    on: '2026-12-01',
    why: 'the base moved',
  } as const;

  it.each([
    ['copy-superseded', superseded],
    ['copy-moved', {is: 'moved', to: '/examples/b'}],
    ['copy-withdrawn', {is: 'withdrawn', why: 'it was wrong'}],
  ] as const)('is %s', (rule, state) => {
    for (const text of [STATIC, fixture('derived/pure-go-static')])
      expect(copiesOf(published(state)).find(text)).toMatchObject({rule, origin: {state}});
  });

  it('is current where the next revision has the same Dockerfile', () => {
    const old = {
      ...revisionOf('pure-go-static', STATIC, superseded),
      address: '/x/pure-go-static@000000000000',
    };
    const text = `# from https://a.test${old.address} sha256:${sha256(STATIC)}\n${STATIC}`;
    expect(copiesOf([old, revisionOf('pure-go-static', STATIC, CURRENT)]).find(text)?.rule).toBe(
      'copy-current',
    );
  });

  it('stays withdrawn where the next revision has the same Dockerfile', () => {
    const old = revisionOf('a', STATIC, {is: 'withdrawn', why: 'it was wrong'});
    const next = {...revisionOf('a', STATIC), address: '/x/a@000000000000'};
    const text = `# from https://a.test${old.address} sha256:${sha256(STATIC)}\n${STATIC}`;
    expect(copiesOf([old, next]).find(text)?.rule).toBe('copy-withdrawn');
  });

  it('is ignored for a reason', () => {
    const found = (comment: string) => copiesOf(published(superseded)).find(`${comment}\n${STATIC}`)?.ignored;
    expect(found('# cgo-guide: ignore=copy-superseded reason=we move in March')).toBe('we move in March');
    expect(found('# cgo-guide: ignore=copy-moved reason=we move in March')).toBeNull();
    expect(found('# cgo-guide: ignore=copy-superseded')).toBeNull();
  });
});
