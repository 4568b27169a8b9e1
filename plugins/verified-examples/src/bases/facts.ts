import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {catalogue, recipeDigest, slugOf} from '../../../base-images/src/catalogue';
import {Inspection} from '../model/inspection';

/** Where measured facts of bases are committed, relative to the site. */
export const FACTS_FOLDER = 'plugins/base-images/facts';

const BaseFacts = z.strictObject({
  schema: z.literal(1),
  ref: z.string(),
  aliases: z.array(z.string()),
  family: z.string(),
  platform: z.string(),
  recipe: z.string().describe('digest of the recipe that the measured image was rebuilt by'),
  approximations: z.array(z.string()),
  image: Inspection.omit({binary: true, packages: true}).extend({packages: z.int()}),
});

export type BaseFacts = z.output<typeof BaseFacts>;

/** Writes facts atomically, unless the file says the same. Returns whether it was written. */
export async function writeBaseFacts(siteDir: string, facts: BaseFacts): Promise<boolean> {
  const file = path.join(siteDir, FACTS_FOLDER, nameOf(facts));
  const text = `${JSON.stringify(facts, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  await writeFileAtomic(file, text);
  return true;
}

/**
 * Facts of every base that was measured, in the catalogue's order.
 *
 * @throws Error listing every file that is malformed, of no base, or older than its base's recipe
 */
export function readBaseFacts(siteDir: string): BaseFacts[] {
  const folder = path.join(siteDir, FACTS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const problems: string[] = [];
  const facts = names.flatMap((name) => {
    const result = BaseFacts.safeParse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const problem = result.success
      ? whyStale(result.data, name)
      : result.error.issues.map(({path: where, message}) => `${where.join('.')}: ${message}`).join('; ');
    if (problem !== undefined) problems.push(`  ${FACTS_FOLDER}/${name}: ${problem}`);
    return result.success ? [result.data] : [];
  });
  if (problems.length > 0) {
    throw new Error(
      [
        "Facts of base images can't be used:",
        ...problems,
        'Measure again with: npm run bases -- --write',
      ].join('\n'),
    );
  }
  const order = (one: BaseFacts) => catalogue.findIndex(({ref}) => ref === one.ref);
  return facts.sort((a, b) => order(a) - order(b) || a.platform.localeCompare(b.platform));
}

function whyStale(facts: BaseFacts, name: string): string | undefined {
  const entry = catalogue.find(({ref}) => ref === facts.ref);
  if (entry === undefined) return `${facts.ref} is not in the catalogue`;
  if (nameOf(facts) !== name) return `is named for another base than ${facts.ref}`;
  return recipeDigest(entry, facts.platform) === facts.recipe
    ? undefined
    : 'the recipe changed since it was measured';
}

function nameOf({ref, platform}: Pick<BaseFacts, 'ref' | 'platform'>): string {
  const entry = catalogue.find((one) => one.ref === ref);
  if (entry === undefined) throw new Error(`${ref} is not in the catalogue`);
  return `${slugOf(entry)}.${platform.split('/')[1] ?? ''}.json`;
}
