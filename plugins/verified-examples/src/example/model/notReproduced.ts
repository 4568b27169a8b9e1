import * as z from 'zod';
import {HttpsAddress, Id} from './primitives';

/** A symptom that engineers meet and nothing here can print, with the reason. Shown as unproved, never as a fact. */
export const NotReproduced = z.strictObject({
  id: Id.describe('Stable id, its anchor under /fix; no other symptom may have it'),
  text: z.string().min(1).describe('The text as reported elsewhere'),
  why: z.string().min(1).describe('Why it is not reproduced; Markdown with code and links'),
  source: z.strictObject({title: z.string().min(1), url: HttpsAddress}),
});

export type NotReproduced = z.output<typeof NotReproduced>;
