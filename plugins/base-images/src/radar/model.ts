import * as z from 'zod';
import {Digest} from '../digest';

/** An image as it was seen: of a registry its three names, of a rebuilt base the digest over its packages alone. */
const Seen = z.strictObject({
  digest: Digest.describe(
    "what the tag names, an index of platforms perhaps; of a rebuilt base its packages'",
  ),
  manifest: Digest.optional().describe("the platform's own manifest"),
  layers: Digest.optional().describe('over the diff ids of its layers, in their order'),
});

const Newer = z.strictObject({package: z.string(), was: z.string(), is: z.string()});

const Entry = z
  .strictObject({
    reference: z.string(),
    platform: z.string(),
    world: z.enum(['registry', 'rebuilt']),
    state: z.enum(['unmoved', 'moving', 'moved', 'unknown']),
    asOf: z.iso.date().describe('the day on which upstream was asked'),
    pinned: Seen.nullable().describe('what proofs rest on'),
    now: Seen.nullable().describe('what upstream has'),
    since: z.iso
      .datetime({precision: 0})
      .nullable()
      .describe('when it was first seen away from what is pinned, and not seen back since'),
    newer: z.array(Newer).optional().describe('packages of a rebuilt base that upstream has newer'),
    why: z.string().nullable().describe('why the state is unknown, in sentences'),
    supportEnd: z.string().nullable().describe('the first of its parts to lose support: a day or a month'),
  })
  .superRefine(({state, pinned, now, since, why}, context) => {
    const refuse = (message: string) => {
      context.addIssue({code: 'custom', message: `${state} ${message}`});
    };
    if (state === 'unknown' && why === null) refuse('needs a why');
    if (state !== 'unknown' && why !== null) refuse('takes no why');
    if (state !== 'unknown' && (pinned === null || now === null)) refuse('needs both pinned and now');
    if ((state === 'moving' || state === 'moved') && since === null) refuse('needs a since');
    if (state === 'unmoved' && since !== null) refuse('takes no since');
  });

export const Radar = z
  .strictObject({schema: z.literal(1), entries: z.array(Entry)})
  .superRefine(({entries}, context) => {
    const names = entries.map(nameOfEntry);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) !== index)
        context.addIssue({code: 'custom', path: ['entries', index], message: `a second entry for ${name}`});
  });

export type Seen = z.output<typeof Seen>;
export type Newer = z.output<typeof Newer>;
export type RadarEntry = z.output<typeof Entry>;
export type Radar = z.output<typeof Radar>;

/** Which base an entry is about. */
export type Subject = Pick<RadarEntry, 'reference' | 'platform' | 'world'>;

/** @returns For example "alpine:3.23 linux/amd64 rebuilt" */
export function nameOfEntry({reference, platform, world}: Subject): string {
  return `${reference} ${platform} ${world}`;
}
