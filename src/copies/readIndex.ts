import * as z from 'zod/mini';
import type {CopyIndex} from './model';

const address = z.string().check(z.regex(/^\/x\/[a-z0-9.-]+@[0-9a-f]{12}$/));

const state = z.discriminatedUnion('is', [
  z.object({is: z.literal('current')}),
  z.object({is: z.literal('superseded'), by: z.string(), on: z.string(), why: z.nullable(z.string())}),
  z.object({is: z.literal('moved'), to: z.string()}),
  z.object({is: z.literal('withdrawn'), why: z.string()}),
]);

const number = z.int().check(z.nonnegative());

const index = z.object({
  format: z.literal(1),
  asOf: z.nullable(z.string()),
  lines: z.array(z.string()),
  files: z.array(
    z.object({
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      units: z.array(number),
      comments: z.array(number),
    }),
  ),
  revisions: z.array(
    z.object({
      address,
      title: z.string(),
      kind: z.enum(['recipe', 'example']),
      state,
      files: z.array(z.object({path: z.string(), file: number})),
    }),
  ),
});

/**
 * Reads an index that came from a file or an address.
 *
 * @throws Error with every place that is not as it must be
 */
export function readIndex(text: string): CopyIndex {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  const result = index.safeParse(value);
  if (!result.success)
    throw new Error(
      result.error.issues.map(({path, message}) => `${path.join('.') || 'all of it'}: ${message}`).join('; '),
    );
  const gaps = danglingIn(result.data);
  if (gaps.length > 0) throw new Error(gaps.join('; '));
  return result.data;
}

/** Numbers that lead nowhere. */
function danglingIn({lines, files, revisions}: CopyIndex): string[] {
  return [
    ...files.flatMap(({units, comments}, at) =>
      [...units, ...comments].every((line) => line < lines.length)
        ? []
        : [`files.${at} names a line that is not there`],
    ),
    ...revisions.flatMap((revision, at) =>
      revision.files.every(({file}) => file < files.length)
        ? []
        : [`revisions.${at} names a file that is not there`],
    ),
  ];
}
