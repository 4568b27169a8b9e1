import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {catalogue, recipeDigest, slugOf} from '../../../../base-images/src/catalogue';
import {COMPARED, COMPARED_PLATFORM} from '../../../../base-images/src/compared';
import {Digest} from '../../../../base-images/src/digest';
import {Inspection} from '../model/inspection';

/** Where measured facts of bases are committed, relative to the site. */
export const FACTS_FOLDER = 'plugins/base-images/facts';

/** What an image is before a program is put into it. */
export const BaseImage = Inspection.omit({binary: true, packages: true}).extend({
  packages: z.int(),
  loaders: z.array(z.string()).describe('dynamic loaders that programs name, as far as they exist'),
  users: z.record(z.string(), z.int()).describe('/etc/passwd: name to number'),
});

const BaseFacts = z.strictObject({
  schema: z.literal(1),
  ref: z.string(),
  aliases: z.array(z.string()),
  family: z.string(),
  platform: z.string(),
  recipe: z.string().optional().describe('digest of the recipe that the measured image was rebuilt by'),
  pulled: z
    .strictObject({digest: Digest, on: z.iso.date()})
    .optional()
    .describe('what was measured where no recipe rebuilds it, and the day on which its tag was that'),
  approximations: z.array(z.string()),
  image: BaseImage,
});

export type BaseImage = z.output<typeof BaseImage>;
export type BaseFacts = z.output<typeof BaseFacts>;

/** A base on a platform, of which there must be facts, or may be. */
export interface ExpectedFacts {
  ref: string;
  platform: string;
  /** Name of the file. */
  name: string;
  /** Digest of the recipe as it is now; undefined: only a registry has it, so it need not be measured yet. */
  recipe: string | undefined;
}

interface JudgedFacts {
  /** What can be shown, in the catalogue's order. */
  facts: BaseFacts[];
  /** A line for each file that is missing, malformed, stale, or of no base. */
  problems: string[];
}

/** Every base of the catalogue on each of its platforms, and those that only registries have. */
export function expectedFacts(): ExpectedFacts[] {
  const nameOf = (base: {ref: string}, platform: string) =>
    `${slugOf(base)}.${platform.split('/')[1] ?? ''}.json`;
  return [
    ...catalogue.flatMap((entry) =>
      entry.platforms.map((platform) => ({
        ref: entry.ref,
        platform,
        name: nameOf(entry, platform),
        recipe: recipeDigest(entry, platform),
      })),
    ),
    ...COMPARED.map((base) => ({
      ref: base.ref,
      platform: COMPARED_PLATFORM,
      name: nameOf(base, COMPARED_PLATFORM),
      recipe: undefined,
    })),
  ];
}

/** Holds what is committed against what must be. Pure. */
export function judgeFacts(
  files: Readonly<Record<string, string>>,
  expected: readonly ExpectedFacts[],
): JudgedFacts {
  const facts: BaseFacts[] = [];
  const problems: string[] = [];
  for (const {name, ref, platform, recipe} of expected) {
    const text = files[name];
    if (text === undefined && recipe === undefined) continue;
    const found = text === undefined ? `missing: ${ref} was not measured on ${platform}` : parse(text);
    if (typeof found === 'string') problems.push(`${name}: ${found}`);
    else if (found.ref !== ref || found.platform !== platform)
      problems.push(`${name}: is of ${found.ref} on ${found.platform}, not of ${ref} on ${platform}`);
    else {
      facts.push(found);
      if (recipe === undefined && found.pulled === undefined)
        problems.push(`${name}: does not say which digest of ${ref} was measured`);
      if (found.recipe !== recipe)
        problems.push(`${name}: the recipe of ${ref} changed since it was measured`);
    }
  }
  const known = new Set(expected.map(({name}) => name));
  for (const name of Object.keys(files).sort())
    if (!known.has(name)) problems.push(`${name}: is of no base of the catalogue; remove it`);
  return {facts, problems};
}

/** Reads the committed facts of a site and judges them. */
export function readBaseFacts(siteDir: string): JudgedFacts {
  const folder = path.join(siteDir, FACTS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const files = names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  return judgeFacts(Object.fromEntries(files), expectedFacts());
}

/** Writes facts atomically, unless the file says the same. Returns whether it was written. */
export async function writeBaseFacts(siteDir: string, facts: BaseFacts): Promise<boolean> {
  const expected = expectedFacts().find(
    ({ref, platform}) => ref === facts.ref && platform === facts.platform,
  );
  if (expected === undefined) throw new Error(`${facts.ref} on ${facts.platform} is not in the catalogue`);
  const file = path.join(siteDir, FACTS_FOLDER, expected.name);
  const text = `${JSON.stringify(facts, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(path.dirname(file), {recursive: true});
  await writeFileAtomic(file, text);
  return true;
}

function parse(text: string): BaseFacts | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  const result = BaseFacts.safeParse(data);
  if (result.success) return result.data;
  return result.error.issues.map(({path: where, message}) => `${where.join('.')}: ${message}`).join('; ');
}
