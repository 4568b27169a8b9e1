import * as z from 'zod';
import {Digest} from '../../../../base-images/src/digest';
import {Id} from '../../example/model/primitives';
import {Inspection} from './inspection';

/** Version of the receipt's own shape. A receipt of another version is refused, never guessed at. */
export const RECEIPT_SCHEMA = 1;

const Moment = z.iso.datetime({precision: 0});

export const World = z.enum(['registry', 'rebuilt']);

export const KeyParts = z.strictObject({
  runner: z.int().describe('version of the protocol between manifest and engine'),
  example: Id,
  variant: Id,
  platform: z.string(),
  world: World,
  manifest: Digest,
  context: z
    .record(z.string(), z.string())
    .describe('every file of the build context: path to mode and digest'),
  fixtures: z.record(z.string(), z.string()).describe('the lab, when a scenario runs in it: likewise'),
  bases: z
    .record(z.string(), z.string())
    .describe('image name to identity: pinned digest, or digest of the recipe'),
});

const BaseUse = z.strictObject({
  ref: z.string(),
  platform: z.string().optional().describe("of a rebuilt base, when it is not the proof's: a builder's"),
  identity: z.string(),
  provenance: World,
  content: z
    .string()
    .describe('digest over package names and versions (rebuilt) or the image digest (registry)'),
  approximations: z.array(z.string()).describe('how a rebuilt base is known to differ; empty: none known'),
});

const HttpAnswer = z.strictObject({
  request: z.string(),
  status: z.int(),
  body: z.string(),
});

export const DnsQuery = z.strictObject({
  name: z.string(),
  type: z.string(),
  transport: z.enum(['udp', 'tcp']).describe('as seen by the server'),
  server: z.string(),
  edns: z.boolean(),
  sourcePort: z.int(),
});

const FileFact = z.strictObject({
  path: z.string(),
  exists: z.boolean(),
  mode: z.string().nullable().describe('four octal digits'),
  owner: z.string().nullable().describe('uid:gid'),
  text: z.string().nullable().describe('content, where the manifest asks about it'),
});

export const ScenarioResult = z.strictObject({
  id: Id,
  title: z.string(),
  command: z.string().describe('what a reader types'),
  exit: z.int(),
  stdout: z.string(),
  stderr: z.string(),
  seconds: z.number(),
  http: z.array(HttpAnswer),
  dns: z.array(DnsQuery),
  files: z.array(FileFact),
});

const Moved = z.strictObject({
  what: z.string(),
  from: z.string(),
  to: z.string(),
  seen: Moment,
});

export const Proof = z.strictObject({
  world: World,
  variant: Id,
  platform: z.string(),
  key: Digest,
  keyParts: KeyParts,
  provedAt: Moment,
  engine: z.strictObject({
    name: z.enum(['docker', 'podman']),
    version: z.string(),
    builder: z.string(),
    runtime: z.string(),
  }),
  bases: z.array(BaseUse),
  build: z.strictObject({
    command: z.string(),
    outcome: z.enum(['success', 'failure']),
    output: z.string().describe('last lines, only of a build that must fail'),
    seconds: z.number(),
    cleanSeconds: z
      .number()
      .optional()
      .describe('of the shortest build that took no layer from a cache, where one was made'),
  }),
  image: Inspection.nullable(),
  scenarios: z.array(ScenarioResult),
  moved: z.array(Moved).describe('drifting facts seen to differ since'),
  seal: Digest.describe('SHA-256 over all the rest of the proof and the example id'),
});

export const Receipt = z.strictObject({
  schema: z.literal(RECEIPT_SCHEMA),
  example: Id,
  proofs: z.array(Proof),
});

export type World = z.output<typeof World>;
export type KeyParts = z.output<typeof KeyParts>;
export type BaseUse = z.output<typeof BaseUse>;
export type ScenarioResult = z.output<typeof ScenarioResult>;
export type HttpAnswer = z.output<typeof HttpAnswer>;
export type DnsQuery = z.output<typeof DnsQuery>;
export type FileFact = z.output<typeof FileFact>;
export type Proof = z.output<typeof Proof>;
export type Receipt = z.output<typeof Receipt>;
