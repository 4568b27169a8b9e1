import * as z from 'zod';
import type {ScenarioResult} from '../../proof/model/receipt';

/** Lines of the program under examples/_apps/resolve: one a lookup, or one for many at once. Others may print such too. */
const One = z
  .object({
    name: z.string(),
    addresses: z.array(z.string()).optional(),
    records: z.array(z.string()).optional(),
    found: z.int().optional(),
    error: z.string().optional(),
    seconds: z.number().nullable().default(null),
  })
  .refine(({addresses, records, found}) => (addresses ?? records ?? found) !== undefined);
const Many = z.object({
  lookups: z.int(),
  failed: z.int(),
  errors: z.array(z.string()).nullable(),
  seconds: z.number().nullable().default(null),
});

/** What a line tells. */
interface Tally {
  lookups: number;
  errors: string[];
  failed: number;
  /** Null: not printed. */
  found: {number: number; noun: 'address' | 'record'} | null;
  seconds: number | null;
}

/** What came of a run, in few words. */
export interface RunOutcome {
  ok: boolean;
  words: string;
  /** Of the lookups together, as printed; null: not printed. */
  seconds: number | null;
}

/**
 * What a run that looks names up came to, read from the lines of JSON that it printed; of any other run, its exit
 * code and the first line. Pure.
 */
export function outcomeOf({
  stdout,
  stderr,
  exit,
}: Pick<ScenarioResult, 'stdout' | 'stderr' | 'exit'>): RunOutcome {
  const tallies = stdout.split('\n').flatMap((line) => tallyOf(line) ?? []);
  if (tallies.length > 0) return outcomeOfLookups(tallies);
  const [first] = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const words = first === undefined ? `exit ${exit}` : `exit ${exit}: ${first.trim()}`;
  return {ok: exit === 0, words, seconds: null};
}

function outcomeOfLookups(tallies: readonly Tally[]): RunOutcome {
  const lookups = sum(tallies.map((tally) => tally.lookups));
  const failed = sum(tallies.map((tally) => tally.failed));
  const seconds = tallies.flatMap((tally) => tally.seconds ?? []);
  return {
    ok: failed === 0,
    words: failed === 0 ? formatFound(tallies, lookups) : formatFailed(tallies, lookups, failed),
    seconds: seconds.length < tallies.length ? null : Math.round(sum(seconds) * 100) / 100,
  };
}

function formatFound(tallies: readonly Tally[], lookups: number): string {
  const found = tallies.flatMap((tally) => tally.found ?? []);
  if (found.length < tallies.length) return `all ${lookups} lookups went well`;
  const number = sum(found.map((one) => one.number));
  const noun = found[0]?.noun ?? 'address';
  if (number === 0) return `found no ${noun}`;
  if (number === 1) return `found 1 ${noun}`;
  return `found ${number} ${noun === 'address' ? 'addresses' : 'records'}`;
}

function formatFailed(tallies: readonly Tally[], lookups: number, failed: number): string {
  const classes = [...new Set(tallies.flatMap(({errors}) => errors).map(classOfError))].join(', ');
  return lookups === failed ? classes : `${lookups - failed} of ${lookups} found: ${classes}`;
}

/** The last part of a chain of Go errors: "lookup db.test on 127.0.0.1:53: read udp …: i/o timeout" is "i/o timeout". */
function classOfError(error: string): string {
  return error.split(': ').at(-1) ?? error;
}

function tallyOf(line: string): Tally | undefined {
  const json = jsonOf(line);
  const many = Many.safeParse(json);
  if (many.success) {
    const {lookups, failed, errors, seconds} = many.data;
    return {lookups, failed, errors: errors ?? [], found: null, seconds};
  }
  const one = One.safeParse(json);
  if (!one.success) return undefined;
  const {addresses, records, found, error = '', seconds} = one.data;
  const number = found ?? (addresses ?? records ?? []).length;
  return {
    lookups: 1,
    failed: error === '' ? 0 : 1,
    errors: error === '' ? [] : [error],
    found: {number, noun: records === undefined ? 'address' : 'record'},
    seconds,
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
