import {readFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {plainName} from './catalogue';

const Cycle = z.object({
  cycle: z.string(),
  codename: z.string().optional(),
  eol: z.string().nullable(),
  eoes: z.string().optional(),
});
const Dates = z.object({
  asOf: z.iso.date(),
  sources: z.record(z.string(), z.url()),
  go: z.array(Cycle),
  alpine: z.array(Cycle),
  debian: z.array(Cycle),
  distroless: z.array(Cycle),
});

/** When upstream ends its support of a part of a base. */
export interface Support {
  /** For example "Debian 13". */
  what: string;
  /** A day or a month (2026-09-01, 2026-09), or what upstream says in words; null: no end is announced. */
  until: string | null;
  /** Long-term support after that, on a smaller scale; null: there is none. */
  longTerm: string | null;
  source: {title: string; url: string};
}

const dates = Dates.parse(JSON.parse(readFileSync(path.join(__dirname, '../support.json'), 'utf8')));

/** The day on which the dates were read from their sources. */
export const SUPPORT_AS_OF = dates.asOf;

/** Which part of a name says what is in the base, and how that is called. */
const PARTS: readonly (readonly [
  pattern: RegExp,
  product: 'go' | 'alpine' | 'debian' | 'distroless',
  name: string,
])[] = [
  [/^golang:(\d+\.\d+)/, 'go', 'Go '],
  [/^alpine:(\d+\.\d+)/, 'alpine', 'Alpine '],
  [/^golang:.*-alpine(\d+\.\d+)/, 'alpine', 'Alpine '],
  [/^debian:(\w+)-slim/, 'debian', 'Debian '],
  [/^golang:.*-([a-z]+)$/, 'debian', 'Debian '],
  [/^gcr\.io\/distroless\/.*-(debian\d+)/, 'distroless', 'distroless, '],
];

/**
 * Until when upstream supports what a base is made of, by the dates in `support.json`.
 *
 * @param ref - As a FROM has it
 * @returns A row for each part with dates; none for a base without them, such as scratch
 */
export function supportOf(ref: string): Support[] {
  return PARTS.flatMap(([pattern, product, name]) => {
    const [, given] = pattern.exec(plainName(ref)) ?? [];
    const found = dates[product].find(
      ({cycle, codename}) => given !== undefined && [cycle, codename].includes(given),
    );
    const source = dates.sources[product];
    if (found === undefined || source === undefined) return [];
    const title = name.replace(/,? $/, '');
    return [
      {
        what: `${name}${found.cycle}`,
        until: found.eol,
        longTerm: found.eoes ?? null,
        source: {title, url: source},
      },
    ];
  });
}

/** A day or a month; else it is words. */
const IS_DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** Whether support is over on a day (2026-11-28). What has no date is not. */
export function isOver({until}: Pick<Support, 'until'>, day: string): boolean {
  return until !== null && IS_DATE.test(until) && day.slice(0, until.length) > until;
}

/** The first day or month on which a part of a base loses upstream's support; null: none is announced. */
export function firstEnd(ref: string): string | null {
  const ends = supportOf(ref).flatMap(({until}) => (until !== null && IS_DATE.test(until) ? [until] : []));
  return ends.sort()[0] ?? null;
}
