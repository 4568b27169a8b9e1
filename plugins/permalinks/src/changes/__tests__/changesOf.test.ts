import {describe, expect, test} from 'vitest';
import {momentOf, urnOf} from '../change';
import {changesOf, type Sources} from '../changesOf';
import {ERRATUM, ledgerOf, published, stood} from './entries';

const REVISED = '/s/no-loader@222222222222';
const ENTRIES = ledgerOf(
  published('/s/no-loader@111111111111', '2026-12-01T08:00:00Z'),
  published(REVISED, '2026-12-02T08:00:00Z', {why: 'The base is Alpine 3.24 now.'}),
  {event: 'proved', address: REVISED, on: '2026-12-03', provedAt: '2026-12-03T07:00:00Z'},
  {event: 'withdrawn', address: '/s/no-loader@111111111111', on: '2026-12-04', why: 'It held a password.'},
  {event: 'moved', address: '/s/no-loader', on: '2026-12-05', to: '/fix/no-loader-at-all'},
  {event: 'corrected', erratum: ERRATUM.id, on: '2026-12-05'},
);

const of = (sources: Partial<Sources>) =>
  changesOf({entries: [], standings: [], errata: [], expiresAfterDays: 90, ...sources});

describe('changesOf', () => {
  test('tells each entry of the ledger once, newest first', () => {
    const changes = of({entries: ENTRIES, errata: [ERRATUM]});
    expect(changes.map(({on, kind, address, why}) => ({on, kind, address, why}))).toMatchInlineSnapshot(`
      [
        {
          "address": "/fix/no-loader-at-all",
          "kind": "moved",
          "on": "2026-12-05T00:00:00Z",
          "why": "/s/no-loader leads to /fix/no-loader-at-all from now on.",
        },
        {
          "address": "/s/no-loader@111111111111",
          "kind": "withdrawn",
          "on": "2026-12-04T00:00:00Z",
          "why": "It held a password.",
        },
        {
          "address": "/s/no-loader@222222222222",
          "kind": "proved",
          "on": "2026-12-03T00:00:00Z",
          "why": "Proved again on 2026-12-03; what is shown is the same.",
        },
        {
          "address": "/s/no-loader@222222222222",
          "kind": "revised",
          "on": "2026-12-02T08:00:00Z",
          "why": "The base is Alpine 3.24 now.",
        },
        {
          "address": "/s/no-loader@111111111111",
          "kind": "published",
          "on": "2026-12-01T08:00:00Z",
          "why": null,
        },
        {
          "address": "/changes#the-second-server",
          "kind": "corrected",
          "on": "2026-11-28T00:00:00Z",
          "why": "Go takes the next server for each question.",
        },
      ]
    `);
  });

  test('of one moment, what the ledger has last comes first', () => {
    const one = (id: string) => published(`/s/${id}@111111111111`, '2026-12-01');
    const changes = of({entries: ledgerOf(one('a'), one('b'), one('c'))});
    expect(changes.map(({address}) => address.slice(3, 4))).toEqual(['c', 'b', 'a']);
  });

  test('has what the gate says, an example and a day once', () => {
    const moved = (what: string, seen: string) => ({what, from: '3.23.1', to: '3.23.2', seen});
    const twice = [moved('musl', '2026-11-20T04:17:00Z'), moved('busybox', '2026-11-20T04:18:00Z')];
    const changes = of({
      standings: [
        stood('moved', twice),
        stood('moved', [...twice, moved('musl', '2026-11-27T04:17:00Z')]),
        stood('expired'),
        stood('verified'),
      ],
    });
    expect(changes.map(({on, kind, address, why}) => ({on, kind, address, why}))).toMatchInlineSnapshot(`
      [
        {
          "address": "/x/start-loader",
          "kind": "upstream",
          "on": "2026-11-27T00:00:00Z",
          "why": "musl was 3.23.1, is 3.23.2.",
        },
        {
          "address": "/x/start-loader",
          "kind": "upstream",
          "on": "2026-11-20T00:00:00Z",
          "why": "musl was 3.23.1, is 3.23.2. busybox was 3.23.1, is 3.23.2.",
        },
        {
          "address": "/x/start-loader",
          "kind": "expired",
          "on": "2026-10-31T00:00:00Z",
          "why": "Proved on 2026-08-01; a proof counts for 90 days.",
        },
      ]
    `);
  });

  test('ids are the same in every build, and no two are', () => {
    const sources = {entries: ENTRIES, errata: [ERRATUM], standings: [stood('expired')]};
    const ids = of(sources).map(({id}) => id);
    expect(of(sources).map(({id}) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(7);
  });

  test('what the ledger names and does not have is refused, all at once', () => {
    const entries = ledgerOf(
      published('/s/no-loader@111111111111', '2026-12-01'),
      {
        event: 'proved',
        address: '/s/no-loader@222222222222',
        on: '2026-12-02',
        provedAt: '2026-12-02T00:00:00Z',
      },
      {event: 'corrected', erratum: 'the-second-serve', on: '2026-12-05'},
    );
    expect(() => of({entries, errata: [ERRATUM]})).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: The ledger does not fit what it tells of:
        ledger/published.ndjson:2: /s/no-loader@222222222222 was never published, and this line says that it was proved
        ledger/published.ndjson:3: the erratum "the-second-serve" is not in errata.yaml, where none may go; the nearest is "the-second-server"
      Restore the ledger and errata.yaml from git: nothing that was published is ever taken out of them.]
    `);
  });
});

describe('ids and moments', () => {
  test('a name is a UUID of version 8 and of the variant of RFC 9562', () => {
    for (const part of ['a', 'b', 'c', 'd', 'e'])
      expect(urnOf(part)).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    expect(urnOf('a', 'b')).not.toBe(urnOf('ab'));
  });

  test('a moment is written as RFC 3339 has it', () => {
    expect(momentOf('2026-12-01')).toBe('2026-12-01T00:00:00Z');
    expect(momentOf('2026-12-01T08:00:00.123Z')).toBe('2026-12-01T08:00:00Z');
  });

  test.each(['2026-13-01', '2026-02-30', '1 Dec 2026', '2026-12-01T08:00:00+01:00', ''])(
    'refuses %j',
    (text) => {
      expect(() => momentOf(text)).toThrow(/is no moment in UTC/);
    },
  );
});
