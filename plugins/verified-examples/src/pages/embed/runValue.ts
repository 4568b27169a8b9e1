import type {ScenarioResult} from '../../proof/model/receipt';

export type PlainValue = string | number | boolean | null;

/**
 * One value of a recorded run. Pure.
 *
 * @param path - `exit`, `seconds`, `dns` (how many queries the lab got), `stdout`, `stderr`, or a path through their JSON, such
 *   as `stdout.addresses.length`; `http.N.…` for the body of an answer
 * @returns Undefined: there is no such value, or it is no single one
 */
export function valueOfRun(run: ScenarioResult, path: string): PlainValue | undefined {
  return plainValue(valueAt(run, path));
}

/** A list in one line; undefined for what has no plain form. */
export function plainValue(value: unknown): PlainValue | undefined {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as PlainValue)
    : undefined;
}

/**
 * A part of a text: what the group of a regular expression found. Pure.
 *
 * @throws Error with what is wrong with the expression, or that it finds nothing, or not one thing
 */
export function partOf(text: PlainValue, expression: string): string {
  // The alternative matches anything, so that the groups can be counted.
  const groups = (new RegExp(`${expression}|`).exec('')?.length ?? 1) - 1;
  if (groups !== 1) throw new Error(`expected one group in round brackets, found ${groups}`);
  const matches = [...String(text).matchAll(new RegExp(expression, 'gm'))];
  if (matches.length === 0) throw new Error(`nothing matches in ${JSON.stringify(text)}`);
  const [part, ...others] = new Set(matches.map(([, found = '']) => found));
  if (part === undefined || part === '') throw new Error('the group found nothing');
  if (others.length > 0)
    throw new Error(`the group found ${[part, ...others].join(', ')}: say which is meant`);
  return part;
}

function valueAt(run: ScenarioResult, path: string): unknown {
  const [source = '', ...rest] = path.split('.');
  if (source === 'exit' || source === 'seconds') return rest.length === 0 ? run[source] : undefined;
  if (source === 'stdout' || source === 'stderr')
    return rest.length === 0 ? run[source].trimEnd() : jsonAt(run[source], rest);
  if (source === 'http') {
    const [index = '', ...steps] = rest;
    return jsonAt(run.http[Number(index)]?.body ?? '', steps);
  }
  return source === 'dns' && rest.length === 0 ? run.dns.length : undefined;
}

function jsonAt(text: string, steps: readonly string[]): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
