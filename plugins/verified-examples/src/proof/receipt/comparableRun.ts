import {asks, socketsOf, type Dns} from '../expect/queries';
import type {DnsQuery, ScenarioResult} from '../model/receipt';
import type {Scenario} from '../../example/model/scenario';

/** A run as two proofs of it are compared: with queries and sockets counted where the manifest counts them. */
interface ComparableRun extends ScenarioResult {
  queries?: number;
  sockets?: number;
}

/**
 * Reduces a run to what must not differ between two of them. Figures that it measures are held by the manifest's
 * bounds. Which questions the name servers were asked
 * is always exact. How often, and from how many sockets, is exact where the manifest says a number: of a sum only
 * the sum, for a race may decide which question a resolver repeats.
 *
 * @param scenario - As it runs in the variant; undefined when the manifest has it no more
 */
export function comparableRun(
  run: ScenarioResult,
  scenario: Pick<Scenario, 'dns' | 'measures'> | undefined,
): ComparableRun {
  const dns = scenario?.dns;
  const sorted = [...run.dns].sort((a, b) => (questionOf(a) < questionOf(b) ? -1 : 1));
  const asked = sorted.filter((query, index) => {
    const isFirst = sorted.findIndex((other) => questionOf(other) === questionOf(query)) === index;
    return isFirst || isCounted(query, dns);
  });
  return {
    ...run,
    ...(scenario?.measures === true ? {stdout: ''} : {}),
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
