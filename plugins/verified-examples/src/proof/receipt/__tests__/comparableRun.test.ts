import {describe, expect, it} from 'vitest';
import {hello, only, proofOf} from '../../../__tests__/fixtures';
import type {Dns} from '../../expect/queries';
import type {DnsQuery, Proof} from '../../model/receipt';
import {compareProofs} from '../compare';

const example = only(hello());
const query = (more: Partial<DnsQuery> = {}): DnsQuery => ({
  name: 'db.test.',
  type: 'A',
  transport: 'udp',
  server: '127.0.0.1:53',
  edns: true,
  sourcePort: 40_000,
  ...more,
});

function proofWith(...dns: DnsQuery[]): Proof {
  const proof = proofOf(example);
  return {
    ...proof,
    scenarios: proof.scenarios.map((run, index) => ({...run, dns, seconds: dns.length + index})),
  };
}

/** Paths that differ, where the scenario says `dns`. */
function broken(recorded: Proof, measured: Proof, said: Partial<Dns> = {}): string[] {
  const dns = {records: ['db.test. 60 IN A 10.0.0.5'], ...said};
  return compareProofs(recorded, measured, [{id: 'greets', dns}]).broken.map(({path}) => path);
}

const ONCE = proofWith(query(), query({type: 'AAAA', sourcePort: 40_001}));

describe('what name servers were asked, in two runs', () => {
  it('may differ in ports and times', () => {
    expect(
      broken(ONCE, proofWith(query({sourcePort: 1}), query({type: 'AAAA', sourcePort: 2})), {
        queries: 2,
        sockets: 2,
      }),
    ).toEqual([]);
  });

  const repeated = proofWith(query(), query({sourcePort: 40_002}), query({type: 'AAAA', sourcePort: 40_001}));

  it('may be repeated where nothing is said of how often', () => {
    expect(broken(ONCE, repeated)).toEqual([]);
    expect(broken(ONCE, repeated, {asked: [{name: 'db.test.', type: 'A'}]})).toEqual([]);
    expect(broken(ONCE, repeated, {asked: [{name: 'db.test.', type: 'AAAA', times: 1}]})).toEqual([]);
  });

  it('must be as many where the manifest says a number', () => {
    expect(broken(ONCE, repeated, {queries: 2})).toEqual(['scenarios.0.queries']);
    expect(broken(ONCE, repeated, {asked: [{name: 'db.test.', type: 'A', times: 1}]})).toEqual([
      'scenarios.0.dns',
    ]);
  });

  it('must come from as many sockets where the manifest says so', () => {
    const oneSocket = proofWith(query(), query({type: 'AAAA'}));
    expect(broken(ONCE, oneSocket, {sockets: 2})).toEqual(['scenarios.0.sockets']);
    expect(broken(ONCE, oneSocket)).toEqual([]);
  });

  it.each([
    ['another question', query({name: 'gone.test.'})],
    ['another server', query({server: '127.0.0.2:53'})],
    ['another transport', query({transport: 'tcp'})],
    ['no EDNS', query({edns: false})],
  ])('must be the same questions: %s', (_, other) => {
    expect(broken(ONCE, proofWith(query(), query({type: 'AAAA'}), other))).toEqual(['scenarios.0.dns']);
    expect(broken(proofWith(query()), proofWith(other))).not.toEqual([]);
  });
});

describe('figures that a run measures', () => {
  const printing = (stdout: string, more: Partial<Proof['scenarios'][number]> = {}): Proof => {
    const proof = proofOf(example);
    return {...proof, scenarios: proof.scenarios.map((run) => ({...run, stdout, ...more}))};
  };
  const differ = (measured: Proof, measures?: true) =>
    compareProofs(printing('{"times":2.1}'), measured, [{id: 'greets', measures}]).broken.map(
      ({path}) => path,
    );

  it('may differ where the manifest says that it measures', () => {
    expect(differ(printing('{"times":2.4}'), true)).toEqual([]);
    expect(differ(printing('{"times":2.4}'))).toEqual(['scenarios.0.stdout']);
  });

  it('and nothing else may', () => {
    expect(differ(printing('{"times":2.4}', {exit: 1, stderr: 'slow'}), true)).toEqual([
      'scenarios.0.exit',
      'scenarios.0.stderr',
    ]);
  });
});
