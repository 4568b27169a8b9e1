import {describe, expect, it} from 'vitest';
import {commandOf, hello, identity, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {standingsOf} from '../../../proof/gate/state';
import {RECEIPT_SCHEMA, type DnsQuery, type Proof} from '../../../proof/model/receipt';
import {Addresses} from '../../publish/addresses';
import {seal} from '../../../proof/receipt/seal';
import type {ViewContext} from '../context';
import {matrixView} from '../matrix';

const SCENARIOS = `scenarios:
  - id: greets
    title: greets
    expect: {stdout: {exact: "hello\\n"}}
  - id: asks
    title: asks
    variants: [current]
    network: lab
    dns: {records: [db.test. 60 IN A 10.0.0.5]}
    expect: {stdout: {contains: [db.test]}}
matrix:
  - {heading: First, scenarios: [asks]}
  - {heading: Second, scenarios: [greets]}
  - {heading: Trace, shows: trace, scenarios: [greets]}
`;
const example = only(
  hello({
    'examples/hello/example.yaml':
      MANIFEST.slice(0, MANIFEST.indexOf('scenarios:')).replace(
        'variants:\n',
        'variants:\n  older:\n    title: Older\n',
      ) + SCENARIOS,
    'examples/_lab/main.go': 'lab',
  }),
);

const query = (type: string, sourcePort: number): DnsQuery => ({
  ...{name: 'db.test.', type, transport: 'udp', server: '127.0.0.1:53', edns: false, sourcePort},
});

function proved(variant: string, provedAt: string): Proof {
  const proof = proofOf(example, {variant, provedAt});
  const [greets] = proof.scenarios;
  if (greets === undefined) return proof;
  greets.stderr =
    variant === 'current' ? 'go package net: first\ngo package net: hostLookupOrder(db.test) = cgo\n' : '';
  if (variant !== 'current') return seal('hello', proof);
  const stdout = '{"name":"db.test","addresses":["10.0.0.5"],"seconds":2.5}\n';
  const command = commandOf(example, variant, 'asks');
  const asks = {
    ...greets,
    id: 'asks',
    command,
    stdout,
    dns: [query('A', 1), query('AAAA', 1), query('A', 2)],
  };
  return seal('hello', {...proof, scenarios: [...proof.scenarios, asks]});
}

function contextOf(...proofs: Proof[]): ViewContext {
  const read = {receipt: {schema: RECEIPT_SCHEMA as typeof RECEIPT_SCHEMA, example: 'hello', proofs}};
  const now = new Date('2026-11-23T12:00:00Z');
  const standings = standingsOf(example, read, {identity, now, expiresAfterDays: 90});
  return {
    collection: {
      ...{examples: [example], receipts: new Map([['hello', read]]), standings},
      ...{twins: [], identity, notReproduced: []},
    },
    addresses: new Addresses('examples'),
  };
}

const both = contextOf(proved('older', '2026-11-19T10:00:00Z'), proved('current', '2026-11-20T10:00:00Z'));

describe('matrixView', () => {
  it('has a row a scenario, a column a variant, and nothing where one does not run', () => {
    const made = matrixView(example, both);
    expect(made?.unproved).toEqual([]);
    expect(made?.view).toMatchObject({
      state: {state: 'verified'},
      columns: [{id: 'older'}, {id: 'current'}],
      provedAt: '2026-11-19T10:00:00Z',
      groups: [
        {
          heading: 'First',
          rows: [
            {
              scenario: 'asks',
              href: '/examples/hello#scenario-asks',
              cells: [
                null,
                {ok: true, words: 'found 1 address', lookupSeconds: 2.5, asked: {packets: 3, sockets: 2}},
              ],
            },
          ],
        },
        {
          heading: 'Second',
          rows: [{cells: [{words: 'exit 0: hello', asked: null, runSeconds: 0.2, lookupSeconds: null}, {}]}],
        },
        {
          heading: 'Trace',
          shows: 'trace',
          rows: [{cells: [{words: 'nothing on stderr'}, {words: '= cgo'}]}],
        },
      ],
    });
  });

  it('of one group has the columns of that group', () => {
    expect(matrixView(example, both, 'First')?.view.columns.map(({id}) => id)).toEqual(['current']);
    expect(matrixView(example, both, 'Third')).toBeUndefined();
  });

  it('names the cells that nothing proves', () => {
    const made = matrixView(example, contextOf(proved('current', '2026-11-20T10:00:00Z')));
    expect(made?.unproved).toEqual(['greets (older)', 'greets (older)']);
    expect(made?.view.state.state).toBe('missing');
  });
});
