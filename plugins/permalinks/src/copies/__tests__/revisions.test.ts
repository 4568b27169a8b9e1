import {expect, it} from 'vitest';
import type {Entry} from '../../model';
import {revisionsOf} from '../revisions';

const HASHES = {d: 'd'.repeat(64), c: 'c'.repeat(64)};

function publishedOn(on: string, address: string, why?: string): Entry {
  return {
    event: 'published',
    on: `${on}T08:00:00Z`,
    chain: '',
    address,
    key: '',
    title: `Title of ${address}`,
    page: '/',
    example: null,
    provedAt: on,
    files: {
      '.html': 'e',
      '/Dockerfile': HASHES.d,
      '/cross.Dockerfile': HASHES.c,
      '/cross.Dockerfile.dockerignore': 'e',
      '/runs/starts.txt': 'e',
    },
    archives: {},
    ...(why === undefined ? {} : {why}),
  };
}

const at = {on: '2026-12-09', chain: ''};

const ENTRIES: Entry[] = [
  publishedOn('2026-12-01', '/x/a@000000000001'),
  publishedOn('2026-12-01', '/s/a@000000000001'),
  publishedOn('2026-12-02', '/x/a@000000000002', 'the base moved'),
  publishedOn('2026-12-03', '/x/b@000000000001'),
  publishedOn('2026-12-03', '/x/c@000000000001'),
  publishedOn('2026-12-04', '/x/a@000000000003'),
  {event: 'proved', ...at, address: '/x/a@000000000003', provedAt: '2026-12-05'},
  {event: 'withdrawn', ...at, address: '/x/b@000000000001', why: 'it was wrong'},
  {event: 'moved', ...at, address: '/x/c', to: '/examples/d'},
  {event: 'corrected', ...at, erratum: 'e'},
];

const revisions = revisionsOf(ENTRIES, {
  textOf: (sha256) => `text of ${sha256}`,
  isRecipe: (id) => id === 'a',
});

it('has what became of each revision of an example', () => {
  expect(revisions.map(({address, kind, state}) => ({address, kind, state}))).toEqual([
    {
      address: '/x/a@000000000001',
      kind: 'recipe',
      state: {is: 'superseded', by: '/x/a@000000000003', on: '2026-12-02', why: 'the base moved'},
    },
    {
      address: '/x/a@000000000002',
      kind: 'recipe',
      state: {is: 'superseded', by: '/x/a@000000000003', on: '2026-12-04', why: null},
    },
    {address: '/x/b@000000000001', kind: 'example', state: {is: 'withdrawn', why: 'it was wrong'}},
    {address: '/x/c@000000000001', kind: 'example', state: {is: 'moved', to: '/examples/d'}},
    {address: '/x/a@000000000003', kind: 'recipe', state: {is: 'current'}},
  ]);
});

it('has their Dockerfiles, and no other file', () => {
  expect(revisions[0]?.files).toEqual([
    {path: 'Dockerfile', sha256: HASHES.d, text: `text of ${HASHES.d}`},
    {path: 'cross.Dockerfile', sha256: HASHES.c, text: `text of ${HASHES.c}`},
  ]);
});
