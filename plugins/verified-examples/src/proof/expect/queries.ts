import type {Scenario} from '../../example/model/scenario';
import type {DnsQuery} from '../model/receipt';
import type {Mismatch} from './text';

export type Dns = NonNullable<Scenario['dns']>;
export type Asked = NonNullable<Dns['asked']>[number];

/** Whether the lab was asked what the manifest says, so often, and from so many sockets. Pure. */
export function checkQueries(dns: Dns | undefined, queries: readonly DnsQuery[]): Mismatch[] {
  const seen = queries.map((query) => `${query.name} ${query.type} ${query.transport} ${query.server}`);
  const got = seen.length === 0 ? 'no query at all' : seen.join(', ');
  const counts = [
    ['DNS queries', dns?.queries, queries.length],
    ['sockets that asked', dns?.sockets, socketsOf(queries)],
  ] as const;
  return [
    ...(dns?.asked ?? []).flatMap((asked) => checkAsked(asked, queries, got)),
    ...counts.flatMap(([what, expected, count]) =>
      expected === undefined || expected === count
        ? []
        : [{what, expected: String(expected), got: `${count}: ${got}`}],
    ),
  ];
}

/** @returns How many sockets sent the queries: told apart by transport and source port */
export function socketsOf(queries: readonly DnsQuery[]): number {
  return new Set(queries.map(({transport, sourcePort}) => `${transport} ${sourcePort}`)).size;
}

/** Whether a query is one that the manifest speaks of. */
export function asks(query: DnsQuery, {name, type, transport, server}: Asked): boolean {
  return (
    query.name === name &&
    query.type === type &&
    (transport === undefined || query.transport === transport) &&
    (server === undefined || query.server === `${server}:53`)
  );
}

function checkAsked(asked: Asked, queries: readonly DnsQuery[], got: string): Mismatch[] {
  const {name, type, times, transport, server} = asked;
  const count = queries.filter((query) => asks(query, asked)).length;
  if (times === undefined ? count > 0 : count === times) return [];
  const where = [transport, server].filter((part) => part !== undefined).map((part) => ` ${part}`);
  return [
    {what: 'DNS queries', expected: `${name} ${type}${where.join('')}, ${times ?? 'at least 1'} times`, got},
  ];
}
