import type {BuildExpectation} from './manifest';
import type {WrittenScenario} from './scenario';

export type Report = (path: (string | number)[], message: string) => void;

interface Building {
  build: BuildExpectation;
  variants: Record<string, {build?: BuildExpectation | undefined}>;
}

/** Where the lab answers unless the manifest names servers. */
export const DEFAULT_SERVER = '127.0.0.1';

/**
 * Reports what a scenario says of variants in which it can't run, a cell too few or too many, and a server that
 * there is not: what is said of those could never fail.
 */
export function checkRunsIn(
  manifest: Building,
  scenario: WrittenScenario,
  path: (string | number)[],
  report: Report,
): void {
  const {variants: only, cells, dns} = scenario;
  const built = Object.keys(manifest.variants).filter((name) => builds(manifest, name));
  const runs = only ?? built;
  checkNames(manifest, only ?? [], [...path, 'variants'], report);
  checkServers(scenario, path, report);
  if (cells === undefined) return;
  const named = Object.keys(cells);
  checkNames(manifest, named, [...path, 'cells'], report);
  for (const name of runs)
    if (!named.includes(name))
      report([...path, 'cells'], `no cell for variant "${name}", in which the scenario runs`);
  for (const name of named)
    if (built.includes(name) && !runs.includes(name))
      report([...path, 'cells', name], `the scenario runs in ${runs.join(', ')} alone`);
  const misplaced =
    dns === undefined
      ? Object.entries(cells).map(([name, cell]) => ({
          said: cell,
          at: ['cells', name],
          message: 'asked, queries and sockets need the dns of the scenario',
        }))
      : [{said: dns, at: ['dns'], message: 'with cells, each says asked, queries and sockets for itself'}];
  for (const {said, at, message} of misplaced)
    if ([said.asked, said.queries, said.sockets].some((one) => one !== undefined))
      report([...path, ...at], message);
}

function builds({build, variants}: Building, name: string): boolean {
  return (variants[name]?.build ?? build) === 'success';
}

function checkNames(
  manifest: Building,
  names: readonly string[],
  path: (string | number)[],
  report: Report,
): void {
  const known = Object.keys(manifest.variants);
  for (const name of names) {
    if (!known.includes(name)) report(path, `no variant "${name}"; there are: ${known.join(', ')}`);
    else if (!builds(manifest, name))
      report(path, `variant "${name}" must fail to build: no scenario runs in it`);
  }
}

function checkServers({dns, cells = {}}: WrittenScenario, path: (string | number)[], report: Report): void {
  if (dns === undefined) return;
  const listening = dns.servers?.map(({listen}) => listen) ?? [DEFAULT_SERVER];
  const asked = [
    {asked: dns.asked, at: [...path, 'dns', 'asked']},
    ...Object.entries(cells).map(([name, cell]) => ({
      asked: cell.asked,
      at: [...path, 'cells', name, 'asked'],
    })),
  ];
  for (const {asked: list = [], at} of asked)
    for (const [index, {server}] of list.entries())
      if (server !== undefined && !listening.includes(server))
        report([...at, index, 'server'], `no server "${server}"; there are: ${listening.join(', ')}`);
  listening.forEach((listen, index) => {
    if (listening.indexOf(listen) !== index)
      report([...path, 'dns', 'servers', index, 'listen'], `two servers listen on ${listen}`);
  });
}
