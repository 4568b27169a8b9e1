import * as z from 'zod';
import {Id} from '../../../verified-examples/src/example/model/primitives';

const Text = z
  .string()
  .trim()
  .min(1, 'expected a sentence')
  .transform((text) => text.replace(/\s+/g, ' '));

/** A sentence of the site that was wrong, and the run that settled it. */
export const Erratum = z.strictObject({
  id: Id.describe('Its address: /changes#<id>. Never rename one'),
  on: z.iso
    .date({error: 'expected a day as YYYY-MM-DD'})
    .describe('The day on which the sentence was mended'),
  page: z
    .string()
    .regex(/^\/[a-z0-9-/]*(#[a-z0-9-]+)?$/, 'expected a site path such as /understand/resolvers')
    .describe('Where it stood'),
  said: Text.describe('The sentence as it was'),
  holds: Text.describe('What holds instead, in whole sentences'),
  experiment: z.strictObject({example: Id, scenario: Id}).describe('The run that shows it'),
});

export const Errata = z.array(Erratum);

export type Erratum = z.output<typeof Erratum>;
