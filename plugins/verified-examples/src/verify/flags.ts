import {Duration, milliseconds} from '../example/model/primitives';

/** Options of `docusaurus verify`, checked. */
export interface VerifyOptions {
  ids: string[];
  check: boolean;
  force: boolean;
  slow: boolean;
  /** Each program is built once: whether it comes out the same again stays unknown. */
  buildOnce: boolean;
  list: boolean;
  updatePins: boolean;
  engine: 'auto' | 'docker' | 'podman';
  bases: 'auto' | 'registry' | 'rebuilt';
  jobs: number;
  /** Milliseconds after which a check starts nothing new; undefined: it does all. */
  budget: number | undefined;
  shard: {index: number; of: number};
  builder: string | undefined;
  json: string | undefined;
  junit: string | undefined;
}

/** What commander hands over: strings, or booleans for flags. */
export type RawOptions = Readonly<Record<string, string | boolean | undefined>>;

/** The command line asks for something that does not exist; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * @param ids - Examples named on the command line; empty means all
 * @throws UsageError that lists every wrong option
 */
export function parseOptions(ids: readonly string[], raw: RawOptions): VerifyOptions {
  const wrong: string[] = [];
  const options: VerifyOptions = {
    ids: [...ids],
    check: raw.check === true,
    force: raw.force === true,
    slow: raw.slow === true,
    buildOnce: raw.buildOnce === true,
    list: raw.list === true,
    updatePins: raw.updatePins === true,
    engine: oneOf(raw, 'engine', ['auto', 'docker', 'podman'] as const, wrong),
    bases: oneOf(raw, 'bases', ['auto', 'registry', 'rebuilt'] as const, wrong),
    jobs: jobsOf(raw.jobs, wrong),
    budget: budgetOf(raw.budget, wrong),
    shard: shardOf(raw.shard, wrong),
    builder: text(raw.builder),
    json: text(raw.json),
    junit: text(raw.junit),
  };
  if (options.updatePins && options.bases === 'rebuilt')
    wrong.push('--update-pins asks registries; it has no meaning with --bases rebuilt');
  if (options.updatePins && options.check)
    wrong.push('--update-pins writes and --check does not; give one of them');
  if (options.budget !== undefined && !options.check) wrong.push('--budget bounds a check; give --check too');
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return options;
}

function oneOf<const T extends string>(
  raw: RawOptions,
  name: string,
  allowed: readonly [T, ...T[]],
  wrong: string[],
): T {
  const [fallback] = allowed;
  const value = raw[name] ?? fallback;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) wrong.push(`--${name}: expected ${allowed.join(', ')}, got ${String(value)}`);
  return found ?? fallback;
}

function jobsOf(value: string | boolean | undefined, wrong: string[]): number {
  const jobs = Number(value ?? 2);
  if (!Number.isInteger(jobs) || jobs < 1)
    wrong.push(`--jobs: expected a whole number from 1, got ${String(value)}`);
  return jobs;
}

function budgetOf(value: string | boolean | undefined, wrong: string[]): number | undefined {
  if (value === undefined) return undefined;
  if (Duration.safeParse(value).success) return milliseconds(String(value));
  wrong.push(`--budget: expected a time such as 20m, got ${String(value)}`);
  return undefined;
}

function shardOf(value: string | boolean | undefined, wrong: string[]): {index: number; of: number} {
  if (value === undefined) return {index: 1, of: 1};
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(String(value)) ?? [];
  const shard = {index: Number(index), of: Number(of)};
  if (!(shard.index >= 1 && shard.index <= shard.of))
    wrong.push(`--shard: expected i/n with 1 <= i <= n, got ${String(value)}`);
  return shard;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
