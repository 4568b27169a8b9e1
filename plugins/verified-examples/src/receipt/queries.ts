import {asks, socketsOf, type Dns} from '../expect/queries';
import type {DnsQuery, ScenarioResult} from '../model/receipt';

/** A run as two proofs of it are compared: with queries and sockets counted where the manifest counts them. */
export interface ComparableRun extends ScenarioResult {
  queries?: number;
  sockets?: number;
}

/**
 * Reduces what the name servers were asked to what must not differ between two runs. Which questions were asked
 * is always exact. How often, and from how many sockets, is exact where the manifest says a number: of a sum only
 * the sum, for a race may decide which question a resolver repeats.
 *
 * @param dns - Of the scenario as it runs in the variant
 */
export function comparableRun(run: ScenarioResult, dns: Dns | undefined): ComparableRun {
  const sorted = [...run.dns].sort((a, b) => (questionOf(a) < questionOf(b) ? -1 : 1));
  const asked = sorted.filter((query, index) => {
    const isFirst = sorted.findIndex((other) => questionOf(other) === questionOf(query)) === index;
    return isFirst || isCounted(query, dns);
  });
  return {
    ...run,
    dns: asked,
    ...(dns?.queries === undefined ? {} : {queries: run.dns.length}),
    ...(dns?.sockets === undefined ? {} : {sockets: socketsOf(run.dns)}),
  };
}

function isCounted(query: DnsQuery, dns: Dns | undefined): boolean {
  return (dns?.asked ?? []).some((asked) => asked.times !== undefined && asks(query, asked));
}

/** All that a query is, but for its port. */
function questionOf({name, type, transport, server, edns}: DnsQuery): string {
  return `${name} ${type} ${transport} ${server} ${edns}`;
}
