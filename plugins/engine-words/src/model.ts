import * as z from 'zod';
import {Digest} from '../../base-images/src/digest';

/** What the engine itself says of the container afterwards, in the engine's words. */
const Inspected = z.strictObject({
  status: z.string(),
  exit: z.int(),
  reason: z.string().optional().describe('of CRI: what `kubectl describe` shows as Reason'),
  message: z.string().optional().describe('Error of Docker and Podman, Message of CRI'),
  oomKilled: z.boolean().optional(),
});
export type Inspected = z.output<typeof Inspected>;

const Words = z.strictObject({
  before: z.array(z.string()).describe('commands that had to succeed first'),
  command: z.string(),
  files: z.record(z.string(), z.string()).describe('that the commands read, beside the image'),
  exit: z.int(),
  stdout: z.string(),
  stderr: z.string(),
  state: Inspected.nullable().describe('null: there is no container, or the engine keeps no state'),
  log: z.string().nullable().describe('the log of the container; null: the engine has none'),
});
/** One case in the words of one engine. */
export type Words = z.output<typeof Words>;

export const Receipt = z.strictObject({
  schema: z.literal(1),
  engine: z.string(),
  key: Digest.describe('over all that decides the result, see key.ts'),
  date: z.iso.date(),
  packages: z.record(z.string(), z.string()).describe('Debian package to version'),
  cases: z.record(z.string(), Words),
  seal: Digest.describe('over all of the above, so that nothing is changed by hand'),
});
export type Receipt = z.output<typeof Receipt>;
