import * as z from 'zod';
import {AbsolutePath, Duration} from './primitives';

/** What a reader replaces in a command by something of their own, to what it is in the example. */
const Placeholder = z.enum(['NAME', 'SERVER']);

/**
 * A look from outside, for which nothing in the examined image has to be able to run. Readers repeat it on an image or a
 * container of their own.
 */
export const Look = z
  .strictObject({
    take: AbsolutePath.optional().describe(
      'A file of the image that is taken out; the tool finds it at /taken',
    ),
    list: z.literal(true).optional().describe('All files of the image are taken out, as /image.tar'),
    joins: z
      .enum(['network', 'pid'])
      .optional()
      .describe('The namespace of the running container that the tool joins; beside the lab, of the lab'),
    inspect: z
      .enum(['image', 'container'])
      .optional()
      .describe('No tool: what the engine itself says, by the format that is the one word of args'),
    with: z.string().min(1).optional().describe('The image that brings the tool, as a FROM would name it'),
    stage: z
      .string()
      .min(1)
      .optional()
      .describe("Instead of with: a stage of the variant's Dockerfile, whose image brings the tool"),
    user: z.string().optional().describe('uid or uid:gid that the tool runs as'),
    capabilities: z.array(z.string().min(1)).min(1).optional().describe('What the tool may do besides'),
    after: Duration.optional().describe('How long the container runs before it is looked at'),
    args: z.array(z.string()).min(1).describe("The tool's command, or the format of inspect"),
    placeholders: z
      .partialRecord(Placeholder, z.string().min(1))
      .optional()
      .describe('Parts of args that readers replace: NAME and SERVER, each with what it is here'),
  })
  .refine(({take, list, joins, inspect}) => [take, list, joins, inspect].filter(isSaid).length === 1, {
    message: 'expected exactly one of take, list, joins, inspect',
  })
  .refine(
    ({inspect, with: image, stage}) =>
      [image, stage].filter(isSaid).length === (inspect === undefined ? 1 : 0),
    {
      message: 'expected with or stage, the image that brings the tool; only inspect needs none',
      path: ['with'],
    },
  )
  .refine(
    ({after, joins, inspect}) => after === undefined || joins !== undefined || inspect === 'container',
    {
      message: 'only a running container is looked at after a while',
      path: ['after'],
    },
  )
  .refine(({inspect, args}) => inspect === undefined || args.length === 1, {
    message: 'inspect takes one word, a format such as "{{json .Config.Entrypoint}}"',
    path: ['args'],
  })
  .refine(
    ({placeholders = {}, args}) => Object.values(placeholders).every((one) => args.join(' ').includes(one)),
    {
      message: 'expected each value to be a part of args',
      path: ['placeholders'],
    },
  )
  .describe('Look at the image from outside instead of running it');

export type Look = z.output<typeof Look>;

function isSaid(value: unknown): boolean {
  return value !== undefined;
}
