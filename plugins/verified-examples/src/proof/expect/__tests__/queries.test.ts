import {describe, expect, it} from 'vitest';
import type {DnsQuery} from '../../model/receipt';
import {checkQueries, socketsOf, type Dns} from '../queries';

const query = (more: Partial<DnsQuery> = {}): DnsQuery => ({
  name: 'db.test.',
  type: 'A',
  transport: 'udp',
  server: '127.0.0.1:53',
  edns: false,
  sourcePort: 40_000,
  ...more,
});
const dns = (more: Partial<Dns>): Dns => ({records: ['db.test. 60 IN A 10.0.0.5'], ...more});
const QUERIES = [
  query(),
  query({type: 'AAAA'}),
  query({server: '127.0.0.2:53', sourcePort: 40_001}),
  query({transport: 'tcp'}),
];

describe('checkQueries', () => {
  it.each<[string, Partial<Dns>]>([
    ['nothing', {}],
    ['how many', {queries: 4, sockets: 3}],
    ['by transport', {asked: [{name: 'db.test.', type: 'A', transport: 'tcp', times: 1}]}],
    ['by server', {asked: [{name: 'db.test.', type: 'A', server: '127.0.0.2', times: 1}]}],
    ['that something was not asked', {asked: [{name: 'db.test.', type: 'AAAA', transport: 'tcp', times: 0}]}],
  ])('holds, said: %s', (_, said) => {
    expect(checkQueries(dns(said), QUERIES)).toEqual([]);
  });

  it.each<[string, Partial<Dns>, string]>([
    ['queries', {queries: 3}, 'DNS queries: 3, not 4: db.test. A udp 127.0.0.1:53, '],
    ['sockets', {sockets: 4}, 'sockets that asked: 4, not 3: '],
    [
      'transport',
      {asked: [{name: 'db.test.', type: 'AAAA', transport: 'tcp'}]},
      'DNS queries: db.test. AAAA tcp, at least 1 times, not ',
    ],
    [
      'server',
      {asked: [{name: 'db.test.', type: 'A', server: '127.0.0.2', times: 2}]},
      'DNS queries: db.test. A 127.0.0.2, 2 times, not ',
    ],
  ])('finds other %s', (_, said, text) => {
    const found = checkQueries(dns(said), QUERIES).map(
      ({what, expected, got}) => `${what}: ${expected}, not ${got}`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(text);
  });

  it('says that nothing was asked', () => {
    expect(checkQueries(dns({queries: 1}), [])).toEqual([
      {what: 'DNS queries', expected: '1', got: '0: no query at all'},
    ]);
  });
});

describe('socketsOf', () => {
  it('tells a TCP socket from a UDP one of the same port', () => {
    expect(socketsOf([])).toBe(0);
    expect(socketsOf([query(), query({type: 'AAAA'})])).toBe(1);
    expect(socketsOf([query(), query({transport: 'tcp'})])).toBe(2);
  });
});
