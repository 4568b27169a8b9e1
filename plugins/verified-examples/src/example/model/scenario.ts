import * as z from 'zod';
import {Fault} from './faults';
import {Look} from './look';
import {DnsRecord, RecordType} from './recordTypes';
import {RunLimits, sysctlsAreItsOwn} from './runLimits';
import {AbsolutePath, Duration, Environment, Id, RelativePath, TextExpectation} from './primitives';

const HttpCheck = z.strictObject({
  path: z.string().startsWith('/').describe('Path and query requested from the service'),
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']).default('GET'),
  body: z.string().optional().describe('Request body'),
  status: z.int().min(100).max(599).default(200),
  expect: TextExpectation.optional().describe('Expectation of the response body'),
});

const DnsServer = z.strictObject({
  listen: z.ipv4().describe('A loopback address, 127.x.y.z; port 53, UDP and TCP'),
  records: z.array(DnsRecord).min(1).optional().describe('Default: those of the block'),
  faults: z.array(Fault).min(1).optional(),
});

/** What the servers must have been asked. */
const Asked = {
  asked: z
    .array(
      z.strictObject({
        name: z.string().endsWith('.'),
        type: RecordType,
        times: z.int().min(0).optional(),
        transport: z.enum(['udp', 'tcp']).optional(),
        server: z.ipv4().optional(),
      }),
    )
    .min(1)
    .optional()
    .describe('Queries that must have reached a server; times: exactly so many'),
  queries: z.int().min(0).optional().describe('Exactly so many queries in all'),
  sockets: z
    .int()
    .min(0)
    .optional()
    .describe('Sent from exactly so many sockets, told apart by transport and source port'),
};

const Dns = z
  .strictObject({
    records: z.array(DnsRecord).min(1).describe('Zone file lines that the lab server answers from'),
    faults: z.array(Fault).min(1).optional().describe('On the one server, 127.0.0.1'),
    servers: z.array(DnsServer).min(1).optional().describe('Instead of the one server'),
    search: z.array(z.string().min(1)).min(1).optional().describe('The search list of resolv.conf'),
    options: z.array(z.string().min(1)).min(1).optional().describe('The options of resolv.conf'),
    ...Asked,
  })
  .refine((dns) => dns.faults === undefined || dns.servers === undefined, {
    message: 'with servers, each has faults of its own',
    path: ['faults'],
  });

const MountedFile = z
  .strictObject({
    path: AbsolutePath,
    content: z.string().optional(),
    from: RelativePath.optional().describe('A file of the example that is mounted read-only'),
  })
  .refine((file) => (file.content === undefined) !== (file.from === undefined), {
    message: 'expected exactly one of content, from',
  });

const ImageFile = z
  .strictObject({
    path: AbsolutePath,
    exists: z.boolean().default(true),
    mode: z
      .string()
      .regex(/^[0-7]{4}$/, 'expected four octal digits')
      .optional(),
    owner: z
      .string()
      .regex(/^\d+:\d+$/, 'expected uid:gid')
      .optional(),
    text: TextExpectation.optional(),
  })
  .refine(
    (file) => file.exists || (file.mode === undefined && file.owner === undefined && file.text === undefined),
    {
      message: 'a file that must not exist has no mode, owner or text',
    },
  );

const ScenarioExpectation = z.strictObject({
  exit: z
    .union([z.int().min(0).max(255), z.literal('nonzero')])
    .default(0)
    .describe('Exit code; "nonzero" where the code differs by runtime and the text is the proof'),
  stdout: TextExpectation.optional(),
  stderr: TextExpectation.optional(),
  duration: z
    .strictObject({min: Duration.optional(), max: Duration.optional()})
    .refine((bounds) => bounds.min !== undefined || bounds.max !== undefined, 'expected min, max or both')
    .optional(),
  files: z
    .array(ImageFile)
    .min(1)
    .optional()
    .describe('Files of the built image (not of the running container)'),
});

const Cell = z.strictObject({expect: ScenarioExpectation, ...Asked});

export const WrittenScenario = z
  .strictObject({
    id: Id,
    title: z.string().min(1).describe('What the run shows, as a short statement'),
    variants: z.array(Id).min(1).optional().describe('Only these variants; default all'),
    entrypoint: z.array(z.string()).min(1).optional().describe("Replaces the image's entrypoint"),
    args: z.array(z.string()).default([]),
    env: Environment.default({}),
    user: z.string().optional().describe('uid or uid:gid to run as'),
    files: z.array(MountedFile).default([]),
    readOnly: z.literal(true).optional().describe('The root file system is read-only'),
    writable: z.array(AbsolutePath).default([]).describe('Directories given as tmpfs'),
    network: z
      .enum(['none', 'lab'])
      .default('none')
      .describe('none: loopback only; lab: the fault lab in a private namespace'),
    dns: Dns.optional(),
    http: z
      .array(HttpCheck)
      .min(1)
      .optional()
      .describe('The image is a service on port 8080: wait for it, ask it, stop it'),
    look: Look.optional(),
    timeout: Duration.default('30s').describe('The run is killed after this and fails'),
    measures: z
      .literal(true)
      .optional()
      .describe(
        'Standard output holds figures of one run, such as times: --check compares it with expect alone',
      ),
    ...RunLimits,
    expect: ScenarioExpectation.optional().describe('What must come out in every variant'),
    cells: z
      .record(Id, Cell)
      .refine((cells) => Object.keys(cells).length > 0, 'expected at least one variant')
      .optional()
      .describe('Instead: what must come out, by variant'),
  })
  .refine((scenario) => (scenario.expect === undefined) !== (scenario.cells === undefined), {
    message: 'expected exactly one of expect, cells',
  })
  .refine((scenario) => scenario.dns === undefined || scenario.network === 'lab', {
    message: 'dns needs network: lab',
    path: ['dns'],
  })
  .refine((scenario) => scenario.look === undefined || scenario.http === undefined, {
    message: 'a scenario either looks at an image or asks a service',
    path: ['look'],
  })
  .refine(sysctlsAreItsOwn, {
    message: "settings under net. need network: none, since in the lab the network is the lab's",
    path: ['sysctls'],
  })
  .refine(boundsWhatItMeasures, {
    message: 'with measures, standard output must be expected to be something: nothing else holds it',
    path: ['measures'],
  })
  .refine(provesSomething, {
    message:
      'expected stdout, stderr, files, duration, http, dns.asked, or an exit code other than 0: a scenario must be able to fail',
    path: ['expect'],
  });

export type WrittenScenario = z.output<typeof WrittenScenario>;
export type ScenarioExpectation = z.output<typeof ScenarioExpectation>;
export type HttpCheck = z.output<typeof HttpCheck>;
export type Dns = z.output<typeof Dns>;
/** A scenario as it runs in one variant: what must come out is said. */
export type Scenario = Omit<WrittenScenario, 'expect' | 'cells'> & {expect: ScenarioExpectation};

interface Provable {
  http?: unknown;
  dns?: Observed | undefined;
  expect?: Expected | undefined;
  cells?: Record<string, Observed & {expect: Expected}> | undefined;
}

interface Observed {
  asked?: unknown;
  queries?: unknown;
  sockets?: unknown;
}

interface Expected {
  exit: number | 'nonzero';
  stdout?: unknown;
  stderr?: unknown;
  duration?: unknown;
  files?: unknown;
}

function provesSomething({http, dns, expect, cells}: Provable): boolean {
  const proves = (expected: Expected | undefined, observed: Observed | undefined) =>
    (expected !== undefined && expected.exit !== 0) ||
    [expected?.stdout, expected?.stderr, expected?.duration, expected?.files].some(isSaid) ||
    [http, observed?.asked, observed?.queries, observed?.sockets].some(isSaid);
  return cells === undefined
    ? proves(expect, dns)
    : Object.values(cells).every((cell) => proves(cell.expect, cell));
}

function boundsWhatItMeasures({measures, expect, cells}: Provable & {measures?: true | undefined}): boolean {
  const expected = cells === undefined ? [expect] : Object.values(cells).map((cell) => cell.expect);
  return measures === undefined || expected.every((one) => isSaid(one?.stdout));
}

function isSaid(expectation: unknown): boolean {
  return expectation !== undefined;
}
