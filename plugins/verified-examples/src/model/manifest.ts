import * as z from 'zod';

/** Lower-case words joined by single hyphens: ids are parts of published addresses. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by single hyphens');

const RelativePath = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
    message: 'expected a relative path inside the example, without ".."',
  });

const AbsolutePath = z.string().startsWith('/', 'expected an absolute path in the container');

const Duration = z.string().regex(/^\d+(\.\d+)?(ms|s|m)$/, 'expected a duration such as 250ms, 5s or 2m');

const EnvironmentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'expected an environment variable name');

const Environment = z.record(EnvironmentName, z.string());

/** A whole text, compared byte for byte, or parts that must (or must not) be in it. At least one condition. */
export const TextExpectation = z
  .strictObject({
    exact: z.string().optional().describe('The whole text, byte for byte, after normalisation'),
    contains: z.array(z.string().min(1)).min(1).optional().describe('Each of these must occur'),
    absent: z.array(z.string().min(1)).min(1).optional().describe('None of these may occur'),
    regex: z
      .string()
      .min(1)
      .refine(isRegExp, 'expected a valid regular expression')
      .optional()
      .describe('Must match somewhere; ^ and $ match at lines'),
  })
  .refine((text) => Object.values(text).some((condition) => condition !== undefined), {
    message: 'expected at least one of exact, contains, absent, regex: an empty expectation cannot fail',
  });

const HttpCheck = z.strictObject({
  path: z.string().startsWith('/').describe('Path and query requested from the service'),
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']).default('GET'),
  body: z.string().optional().describe('Request body'),
  status: z.int().min(100).max(599).default(200),
  expect: TextExpectation.optional().describe('Expectation of the response body'),
});

const DnsRecord = z
  .string()
  .regex(
    /^\S+\.\s+(\d+\s+)?IN\s+[A-Z]+\s+\S/,
    'expected a zone file line such as "db.test. 60 IN A 10.0.0.5"',
  );

const Dns = z.strictObject({
  records: z.array(DnsRecord).min(1).describe('Zone file lines that the lab server answers from'),
  asked: z
    .array(
      z.strictObject({name: z.string().endsWith('.'), type: z.string(), times: z.int().min(0).optional()}),
    )
    .min(1)
    .optional()
    .describe('Queries that must have reached the server; times: exactly so many'),
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

const Scenario = z
  .strictObject({
    id: Id,
    title: z.string().min(1).describe('What the run shows, as a short statement'),
    variants: z.array(Id).min(1).optional().describe('Only these variants; default all'),
    entrypoint: z.array(z.string()).min(1).optional().describe("Replaces the image's entrypoint"),
    args: z.array(z.string()).default([]),
    env: Environment.default({}),
    user: z.string().optional().describe('uid or uid:gid to run as'),
    stdin: z.string().optional(),
    files: z.array(MountedFile).default([]),
    writable: z.array(AbsolutePath).default([]).describe('Directories given as tmpfs; all else is read-only'),
    network: z
      .enum(['none', 'lab'])
      .default('none')
      .describe('none: loopback only; lab: the fault lab in a private namespace'),
    dns: Dns.optional(),
    http: z
      .array(HttpCheck)
      .min(1)
      .optional()
      .describe('The image is a service: wait for it, ask it, stop it'),
    port: z.int().min(1).max(65535).default(8080).describe('Port that http checks ask'),
    timeout: Duration.default('30s').describe('The run is killed after this and fails'),
    expect: ScenarioExpectation,
  })
  .refine((scenario) => scenario.dns === undefined || scenario.network === 'lab', {
    message: 'dns needs network: lab',
    path: ['dns'],
  })
  .refine(provesSomething, {
    message:
      'expected stdout, stderr, files, duration, http, dns.asked, or an exit code other than 0: a scenario must be able to fail',
    path: ['expect'],
  });

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

const Variant = z.strictObject({
  title: z.string().min(1).describe('Shown in the variant selector, for example "Go 1.27 · debian13"'),
  buildArgs: Environment.default({}),
  dockerfile: RelativePath.default('Dockerfile'),
  target: z.string().optional().describe('Stage to build; default the last'),
  facts: z
    .record(z.string(), Fact)
    .default({})
    .describe('Facts of this variant alone, beside those of the example'),
});

const Platform = z.enum(['linux/amd64', 'linux/arm64']);

const BuildExpectation = z.union([
  z.literal('success'),
  z.strictObject({failure: TextExpectation.describe('The build must fail and print this')}),
]);

const Limits = z.strictObject({
  memory: z
    .string()
    .regex(/^\d+[mg]$/, 'expected a size such as 256m or 1g')
    .default('256m'),
  pids: z.int().min(1).default(128),
  output: z.int().min(1).max(1_048_576).default(65_536).describe('Bytes of output kept; more fails the run'),
  buildTimeout: Duration.default('15m'),
});

const Twin = z.strictObject({
  symptom: Id.describe('Stable id of the symptom'),
  text: z.string().min(1).describe('The exact text: must be printed by `fails`, must not be by `fix`'),
  fails: Id.describe('Scenario of this example that prints the symptom'),
  fix: z.strictObject({example: Id, variant: Id.optional(), scenario: Id}),
});

export const Manifest = z
  .strictObject({
    $schema: z.string().optional(),
    id: Id.describe('Unique over all examples, part of published addresses'),
    title: z.string().min(1),
    summary: z.string().min(1).describe('One sentence for the catalogue'),
    app: Id.optional().describe('A shared program under examples/_apps whose files join the build context'),
    variants: z
      .record(Id, Variant)
      .refine((variants) => Object.keys(variants).length > 0, 'expected at least one variant'),
    platforms: z.array(Platform).min(1).default(['linux/amd64']),
    build: BuildExpectation.default('success'),
    binary: AbsolutePath.optional().describe('The Go program in the image, to be inspected'),
    facts: z
      .record(z.string(), Fact)
      .default({})
      .describe(
        'Facts of the inspection that must have exactly this value, by path, for example binary.linkage',
      ),
    pin: z.array(z.string()).default([]).describe('Drifting facts whose change must fail here'),
    scenarios: z.array(Scenario).default([]),
    twins: z.array(Twin).default([]),
    limits: Limits.prefault({}),
    normalise: z
      .array(
        z.strictObject({
          regex: z.string().refine(isRegExp, 'expected a valid regular expression'),
          as: z.string(),
        }),
      )
      .default([])
      .describe('Incidental text of this example, replaced before anything is compared or written'),
  })
  .superRefine(checkReferences);

export type Manifest = z.output<typeof Manifest>;
export type Scenario = z.output<typeof Scenario>;
export type Variant = z.output<typeof Variant>;
export type Platform = z.output<typeof Platform>;
export type TextExpectation = z.output<typeof TextExpectation>;
export type HttpCheck = z.output<typeof HttpCheck>;
export type Limits = z.output<typeof Limits>;
export type Twin = z.output<typeof Twin>;

/**
 * @param text - A duration of the manifest, such as `250ms`, `5s`, `2m`
 * @returns Milliseconds
 */
export function milliseconds(text: string): number {
  const unit = text.endsWith('ms') ? 1 : text.endsWith('s') ? 1_000 : 60_000;
  return Number.parseFloat(text) * unit;
}

function isRegExp(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

interface Provable {
  http?: unknown;
  dns?: {asked?: unknown} | undefined;
  expect: {exit: number | 'nonzero'; stdout?: unknown; stderr?: unknown; duration?: unknown; files?: unknown};
}

function provesSomething({http, dns, expect}: Provable): boolean {
  const observed = [http, dns?.asked, expect.stdout, expect.stderr, expect.duration, expect.files];
  return expect.exit !== 0 || observed.some((observation) => observation !== undefined);
}

interface CrossReferenced {
  build: 'success' | object;
  variants: Record<string, unknown>;
  scenarios: {id: string; variants?: string[] | undefined}[];
  twins: {fails: string}[];
}

function checkReferences(manifest: CrossReferenced, context: z.core.$RefinementCtx): void {
  const report = (path: (string | number)[], message: string) => {
    context.addIssue({code: 'custom', path, message});
  };
  const ids = manifest.scenarios.map((scenario) => scenario.id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) report(['scenarios', index, 'id'], `scenario id "${id}" is used twice`);
  });
  manifest.scenarios.forEach((scenario, index) => {
    for (const variant of scenario.variants ?? []) {
      if (!(variant in manifest.variants)) {
        const known = Object.keys(manifest.variants).join(', ');
        report(['scenarios', index, 'variants'], `no variant "${variant}"; there are: ${known}`);
      }
    }
  });
  manifest.twins.forEach((twin, index) => {
    if (!ids.includes(twin.fails))
      report(['twins', index, 'fails'], `no scenario "${twin.fails}"; there are: ${ids.join(', ')}`);
  });
  const succeeds = manifest.build === 'success';
  if (succeeds && ids.length === 0)
    report(['scenarios'], 'expected at least one scenario for an image that builds');
  if (!succeeds && ids.length > 0)
    report(['scenarios'], 'a build that must fail has no image to run scenarios in');
}
