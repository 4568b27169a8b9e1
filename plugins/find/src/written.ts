import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type {Pattern} from '../../../src/find/model';
import {compile} from '../../../src/find/template';
import {readYaml} from '../../verified-examples/src/example/collect/readManifest';
import {placedYaml} from '../../verified-examples/src/example/collect/places';
import {HttpsAddress, Id} from '../../verified-examples/src/example/model/primitives';
import {suggest} from '../../verified-examples/src/nearest';
import type {Problem} from '../../verified-examples/src/problems';

/** Folder of the patterns, relative to the site. */
export const PATTERNS = 'plugins/find/patterns';

/** In that folder: symptoms that come of others. */
const CONSEQUENCES = 'consequences.yaml';

/** In that folder: commands that tell symptoms apart which print the same. */
const ASKS = 'asks.yaml';

const Template = z.string().min(1);
const Within = z.strictObject({within: z.int().min(0).max(100), text: z.array(Template).min(1)});
/** A list is on the same line; the list of an object within as many lines; objects hold together. */
const Guards = z.union([z.array(Template).min(1), Within, z.array(Within).min(1)]).transform((written) => {
  const all = Array.isArray(written) ? written : [written];
  const texts = all.filter((one) => typeof one === 'string');
  const guards = all.filter((one) => typeof one !== 'string');
  return texts.length > 0 ? [...guards, {within: 0, text: texts}] : guards;
});
const Other = z.union([
  Id.transform((symptom) => ({symptom})),
  z.strictObject({symptom: Id, when: z.string().min(1)}),
]);

const WrittenPattern = z.strictObject({
  text: Template,
  /** Others that print the same, likeliest first; a list in the list is one that was written once. */
  also: z
    .preprocess((all) => (Array.isArray(all) ? (all as unknown[]).flat(Infinity) : all), z.array(Other))
    .optional(),
  not: Guards.optional(),
  needs: Guards.optional(),
  bare: z.literal(true).optional(),
  guess: z.literal(true).optional(),
  /** A public report with this wording, or the source that prints it; without: the symptom's own run printed it. */
  seen: HttpsAddress.optional(),
});

type WrittenPattern = z.output<typeof WrittenPattern>;

/** A pattern, and where it is written. */
export interface Placed {
  pattern: Pattern;
  /** Where else it was seen; without: its own run printed it. */
  seen: string | undefined;
  file: string;
  line: number;
  column: number;
}

export interface Written {
  patterns: Placed[];
  /** Symptoms that have a list, be it empty. */
  named: ReadonlySet<string>;
  consequences: Readonly<Record<string, string[]>>;
  asks: readonly WrittenAsk[];
}

const WrittenAsk = z.strictObject({
  /** Whose confirming command is asked for. */
  confirm: Id,
  answers: z
    .array(
      z.strictObject({
        symptoms: z.array(Id).min(1),
        has: z.array(Template).min(1),
        lacks: z.array(Template).optional(),
      }),
    )
    .min(2),
});

export type WrittenAsk = z.output<typeof WrittenAsk>;

/**
 * Reads what is written of the wordings of symptoms.
 *
 * @param symptoms - Every id there is
 * @param problems - Everything wrong is added here, with its place
 */
export function readWritten(siteDir: string, symptoms: readonly string[], problems: Problem[]): Written {
  const folder = path.join(siteDir, PATTERNS);
  const written = {
    patterns: [] as Placed[],
    named: new Set<string>(),
    consequences: {} as Record<string, string[]>,
    asks: [] as WrittenAsk[],
  };
  if (!existsSync(folder)) return written;
  const known = (id: string, file: string, place: {line: number; column: number}) => {
    if (!symptoms.includes(id))
      problems.push({file, ...place, message: `no symptom "${id}"; ${suggest(id, symptoms)}`});
  };
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.yaml'))
    .sort()) {
    const file = `${PATTERNS}/${name}`;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const places = placedYaml(text);
    if (name === CONSEQUENCES) {
      written.consequences = readYaml(z.record(Id, z.array(Id).min(1)), text, file, problems) ?? {};
      for (const [id, causes] of Object.entries(written.consequences))
        for (const one of [id, ...causes]) known(one, file, places.placeOf([id]));
      continue;
    }
    if (name === ASKS) {
      written.asks = readYaml(z.array(WrittenAsk), text, file, problems) ?? [];
      for (const [index, {confirm, answers}] of written.asks.entries())
        for (const one of [confirm, ...answers.flatMap(({symptoms: of}) => of)])
          known(one, file, places.placeOf([index]));
      continue;
    }
    const lists = readYaml(z.record(Id, z.array(WrittenPattern)), text, file, problems) ?? {};
    for (const [symptom, patterns] of Object.entries(lists)) {
      known(symptom, file, places.placeOf([symptom]));
      written.named.add(symptom);
      for (const [index, pattern] of patterns.entries()) {
        const place = places.placeOf([symptom, index, 'text']);
        for (const {symptom: other} of pattern.also ?? []) known(other, file, place);
        reportTemplates(pattern, file, place, problems);
        const {seen, ...rest} = pattern;
        const also = pattern.also?.filter((other) => other.symptom !== symptom);
        written.patterns.push({pattern: {...rest, also, symptom}, seen, file, ...place});
      }
    }
  }
  return written;
}

function reportTemplates(
  {text, not = [], needs = []}: WrittenPattern,
  file: string,
  place: {line: number; column: number},
  problems: Problem[],
): void {
  for (const template of [text, ...[...not, ...needs].flatMap((guard) => guard.text)]) {
    try {
      const {anchor} = compile(template);
      if (template === text && anchor === undefined) throw new Error('no word of it is sure to be there');
    } catch (error) {
      problems.push({
        file,
        ...place,
        message: `"${template}": ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
}
