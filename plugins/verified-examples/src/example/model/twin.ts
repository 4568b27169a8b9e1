import * as z from 'zod';
import {HttpsAddress, Id} from './primitives';

/** The scenario name that stands for the build itself: of a variant that must fail to build, or of one that must not. */
export const BUILD = 'build';

const Where = {
  example: Id.optional().describe('Default: this example'),
  variant: Id.optional().describe('Default: every variant in which the scenario runs'),
  scenario: Id,
};

/** A failure with an exact symptom, and the fix under which the symptom is gone. Its words are not part of the key. */
export const Twin = z.strictObject({
  symptom: Id.describe('Stable id of the symptom, its address under /fix'),
  title: z.string().min(1).describe('What has happened, as a short statement'),
  group: z.enum(['start', 'build', 'files', 'dns', 'limits']),
  text: z.string().min(1).describe('The exact text: must be printed by `fails`, must not be by `fix`'),
  variant: Id.optional().describe('Variant that fails; default every one in which `fails` runs'),
  fails: Id.describe('Scenario of this example that prints the symptom, or `build`'),
  confirm: z
    .strictObject(Where)
    .describe('One command that tells this cause from others, on the image that fails'),
  nearMiss: z
    .strictObject({
      ...Where,
      scenario: Id.optional().describe("Default: confirm's"),
      title: z.string().min(1),
    })
    .describe('The same command on something that looks alike: it must come out otherwise there'),
  fix: z.strictObject({
    ...Where,
    example: Id,
    shows: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Of the lines that the fix changes, show those that contain one of these; default all. Empty: none of them says what to do',
      ),
  }),
  why: z
    .string()
    .min(1)
    .describe('The mechanism, 1 to 4 sentences; Markdown with code, links and :measured{…}'),
  repair: z
    .string()
    .min(1)
    .describe('What to do, 1 to 4 sentences; Markdown with code, links and :measured{…}'),
  mistakenFor: z
    .array(z.strictObject({symptom: Id, difference: z.string().min(1)}))
    .min(1)
    .optional(),
  sources: z
    .array(z.strictObject({title: z.string().min(1), url: HttpsAddress}))
    .min(1)
    .optional(),
});

export type Twin = z.output<typeof Twin>;

/** Whether a text says nothing by itself, being one word ("/bin/sh", `"seconds":30`), so that the title stands for it. */
export function saysLittle(text: string): boolean {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < 2;
}
