import * as z from 'zod';
import {Facts} from './facts';
import {Platform} from './platforms';
import {checkReferences} from './references';
import {WrittenScenario} from './scenario';
import {Twin} from './twin';
import {
  AbsolutePath,
  BuildArguments,
  Duration,
  Id,
  MemorySize,
  RegExpSource,
  RelativePath,
  TextExpectation,
} from './primitives';

const BuildExpectation = z.union([
  z.literal('success'),
  z.strictObject({failure: TextExpectation.describe('The build must fail and print this')}),
]);

/** What a variant is built from unless it says otherwise. */
export const DEFAULT_DOCKERFILE = 'Dockerfile';

const Variant = z.strictObject({
  title: z.string().min(1).describe('Shown in the variant selector, for example "Go 1.27 · debian13"'),
  buildArgs: BuildArguments.default({}),
  secrets: z
    .record(Id, RelativePath)
    .optional()
    .describe('Secrets that the build mounts: id to the file of the example that plays it'),
  dockerfile: RelativePath.default(DEFAULT_DOCKERFILE),
  target: z.string().optional().describe('Stage to build; default the last'),
  adapts: Id.optional().describe(
    'The recipe whose Dockerfile this is, but for the lines that name a program',
  ),
  option: z
    .strictObject({
      of: Id.describe('The recipe'),
      title: z.string().min(1).describe("In the recipe's list of options"),
      shows: z
        .array(z.string().min(1))
        .min(1)
        .optional()
        .describe('Parts of the changed lines to show, where others belong to the example; default all'),
    })
    .optional()
    .describe("The recipe's Dockerfile with a few lines more, which its page shows as a change"),
  facts: Facts.describe('Facts of this variant alone, beside those of the example'),
  platforms: z
    .array(Platform)
    .min(1)
    .optional()
    .describe('Platforms of this variant, each proved by itself; default those of the example'),
  buildPlatform: Platform.optional().describe(
    'The platform that builds it, $BUILDPLATFORM; default linux/amd64. Another one is emulated',
  ),
  slow: z
    .boolean()
    .optional()
    .describe(
      'Of this variant alone, whose compiler is emulated: --check and --force leave it out unless --slow is given, and its build may take twelve times as long',
    ),
  build: BuildExpectation.optional().describe("Of this variant, instead of the example's"),
  binary: AbsolutePath.nullable()
    .optional()
    .describe("Of this variant, instead of the example's; null: none"),
});

const Limits = z.strictObject({
  memory: MemorySize.default('256m'),
  pids: z.int().min(1).default(128),
  output: z.int().min(1).max(1_048_576).default(65_536).describe('Bytes of output kept; more fails the run'),
  buildTimeout: Duration.default('15m'),
});

const MatrixGroup = z.strictObject({
  heading: z.string().min(1),
  scenarios: z.array(Id).min(1).describe('Rows, in order; the columns are the variants'),
  shows: z
    .enum(['outcome', 'trace'])
    .optional()
    .describe('outcome (default): what came of the run; trace: the last line of its stderr'),
});

/** What the reader of a recipe has, in the order of the decision tree. */
export const RECIPE_KINDS = ['no-c', 'glibc', 'alpine', 'static'] as const;

export const Manifest = z
  .strictObject({
    $schema: z.string().optional(),
    id: Id.describe('Unique over all examples, part of published addresses'),
    title: z.string().min(1),
    summary: z.string().min(1).describe('One sentence for the catalogue'),
    recipe: z
      .enum(RECIPE_KINDS)
      .optional()
      .describe('Its Dockerfiles are for copying, by who has what: the catalogue lists them first'),
    app: Id.optional().describe('A shared program under examples/_apps whose files join the build context'),
    variants: z
      .record(Id, Variant)
      .refine((variants) => Object.keys(variants).length > 0, 'expected at least one variant'),
    platforms: z.array(Platform).min(1).default(['linux/amd64']),
    slow: z
      .boolean()
      .optional()
      .describe(
        'Too dear for every run: --check and --force leave it out unless it is named, or --slow is given',
      ),
    build: BuildExpectation.default('success'),
    binary: AbsolutePath.optional().describe('The Go program in the image, to be inspected'),
    facts: Facts.describe(
      'Facts of the inspection that must have exactly this value, by path, for example binary.linkage; where platforms differ, a value for each',
    ),
    scenarios: z.array(WrittenScenario).default([]),
    matrix: z.array(MatrixGroup).min(1).optional().describe('Scenarios shown as one table, by variant'),
    twins: z.array(Twin).default([]),
    limits: Limits.prefault({}),
    normalise: z
      .array(
        z.strictObject({
          regex: RegExpSource,
          as: z.string(),
        }),
      )
      .default([])
      .describe('Incidental text of this example, replaced before anything is compared or written'),
  })
  .superRefine(checkReferences);

export type Manifest = z.output<typeof Manifest>;
export type RecipeKind = (typeof RECIPE_KINDS)[number];
export type Variant = z.output<typeof Variant>;
export type {Platform} from './platforms';
export type Limits = z.output<typeof Limits>;
export type BuildExpectation = z.output<typeof BuildExpectation>;
