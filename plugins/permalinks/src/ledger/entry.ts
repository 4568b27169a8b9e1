import {createHash} from 'node:crypto';
import * as z from 'zod';
import type {Entry} from '../model';
import {isFilePath, isRelativePath, isSitePath, KEY, parseAddress} from './address';

/** An entry as it is planned: the moment and the chain come when it is written. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, 'on' | 'chain'> : never) : never;

/** What stands before the first line. */
export const NO_CHAIN = '0'.repeat(64);

const sha256 = z.string().regex(KEY, 'expected 64 hex digits');
const moment = z.iso.datetime('expected a moment in UTC, such as 2026-11-29T06:00:00Z');
const text = z.string().min(1);
const sitePath = z.string().refine(isSitePath, 'expected the path of a page, such as /fix/exec-not-found');
const revision = z
  .string()
  .refine(
    (address) => parseAddress(address)?.digits !== undefined,
    'expected a revision, such as /s/id@0123456789ab',
  );
const short = z.string().refine((address) => {
  const parsed = parseAddress(address);
  return parsed !== undefined && parsed.digits === undefined;
}, 'expected a short address, such as /s/id');
const path = z
  .string()
  .refine(isFilePath, 'expected .html, .md, .txt, .json or a path below, such as /Dockerfile');
const inner = z.string().refine(isRelativePath, 'expected a relative path');

const common = {on: moment, chain: sha256};
const file = z.strictObject({sha256, executable: z.boolean()});

const schema = z.discriminatedUnion('event', [
  z.strictObject({
    ...common,
    event: z.literal('published'),
    address: revision,
    key: sha256,
    title: text,
    page: sitePath,
    example: text.nullable(),
    provedAt: moment,
    files: z.record(path, sha256),
    archives: z.record(path, z.strictObject({sha256, files: z.record(inner, file)})),
    why: text.exactOptional(),
  }),
  z.strictObject({
    ...common,
    event: z.literal('proved'),
    address: revision,
    provedAt: moment,
    why: text.exactOptional(),
  }),
  z.strictObject({...common, event: z.literal('withdrawn'), address: revision, why: text}),
  z.strictObject({...common, event: z.literal('moved'), address: short, to: sitePath}),
  z.strictObject({...common, event: z.literal('corrected'), erratum: text}),
]) satisfies z.ZodType<Entry>;

/** What a line says, or what is wrong with it. The chain is taken as the line has it. */
export type Line = {entry: Entry; body: string} | {wrong: string[]};

/**
 * Reads one line of the ledger.
 *
 * @returns `body`: the line without its chain, which the chain is made over. `wrong` for what is not byte for byte what
 *   {@link formatLine} writes: otherwise two texts could say the same
 */
export function parseLine(line: string): Line {
  if (line.endsWith('\r')) return {wrong: ['it ends with CRLF; the ledger has LF']};
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {wrong: ['it is not JSON']};
  }
  const {success, data, error} = schema.safeParse(value);
  if (!success) return {wrong: error.issues.map(say)};
  const body = JSON.stringify({...(value as object), chain: undefined});
  if (line !== withChain(body, data.chain))
    return {wrong: ['it is not as publish-revisions writes it: a space, a key twice, or the chain not last']};
  return {entry: data, body};
}

/** @returns A line without its end, and its chain */
export function formatLine(draft: Draft, on: string, before: string): {line: string; chain: string} {
  const body = JSON.stringify({on, ...draft});
  const chain = chainOf(before, body);
  return {line: withChain(body, chain), chain};
}

/** The SHA-256 of the chain before and the line without its own, with a line end between them. */
export function chainOf(before: string, body: string): string {
  return createHash('sha256').update(`${before}\n${body}`).digest('hex');
}

/** What is wrong with a key of a record stands one level below. */
function say(issue: z.core.$ZodIssue): string {
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [...issue.path, message].join(': ');
}

function withChain(body: string, chain: string): string {
  return `${body.slice(0, -1)},"chain":"${chain}"}`;
}
