import {diffArrays} from 'diff';
import {suggest} from '../../nearest';
import type {Problem} from '../../problems';
import type {Example} from './example';
import {reportInManifest} from './places';

/** What names a program: where its module is, and its main package. */
const MAY_CHANGE = [/^COPY \S*go\.\S+( \S*go\.sum)? \.\/$/, /^COPY \S+ \.$/, /^ARG PACKAGE=\S+$/];
/** Which of its files are compiled. */
const TAGS = /(?<=\bgo build) -tags \S+/;

export interface ChangedLine {
  sign: '-' | '+';
  text: string;
}

/** A line of two Dockerfiles laid beside each other; with a space both have it. */
export interface ComparedLine {
  sign: ChangedLine['sign'] | ' ';
  text: string;
}

/** Lines of the Dockerfile of a variant that its recipe has otherwise, and that the recipe has instead. Pure. */
export function changedLines(recipe: Example, example: Example, variant: string): ChangedLine[] {
  return changed(linesOf(recipe), linesOf(example, variant));
}

/** All lines of the Dockerfile of a recipe and of a variant, those that they share once. Pure. */
export function comparedLines(recipe: Example, example: Example, variant: string): ComparedLine[] {
  return compared(linesOf(recipe), linesOf(example, variant));
}

/** Changed lines that do more than name a program and its build tags, as `- text` or `+ text`. Pure. */
export function otherChanges(recipe: Example, example: Example, variant: string): string[] {
  const [before, after] = [linesOf(recipe), linesOf(example, variant)].map((lines) =>
    lines.map((text) => text.replace(TAGS, '')),
  );
  return changed(before ?? [], after ?? [])
    .filter(({text}) => !MAY_CHANGE.some((allowed) => allowed.test(text.trim())))
    .map(({sign, text}) => `${sign} ${text}`);
}

function changed(before: string[], after: string[]): ChangedLine[] {
  return compared(before, after).flatMap(({sign, text}) => (sign === ' ' ? [] : [{sign, text}]));
}

function compared(before: string[], after: string[]): ComparedLine[] {
  return diffArrays(before, after).flatMap(({added, removed, value}) =>
    value.map((text) => ({sign: added ? ('+' as const) : removed ? ('-' as const) : (' ' as const), text})),
  );
}

/** Reports variants that adapt what is no recipe. */
export function reportAdapted(examples: readonly Example[], problems: Problem[]): void {
  const recipes = examples.filter(({manifest}) => manifest.recipe !== undefined).map(({id}) => id);
  for (const example of examples) {
    for (const [variant, {adapts}] of Object.entries(example.variants)) {
      if (adapts === undefined || recipes.includes(adapts)) continue;
      const message = `no recipe "${adapts}"; ${suggest(adapts, recipes)}`;
      reportInManifest(example, ['variants', variant, 'adapts'], message, problems);
    }
  }
}

/** Of the Dockerfile of a variant; the first when none is named. */
function linesOf({context, variants}: Example, variant = Object.keys(variants)[0] ?? ''): string[] {
  const file = context.find(({path}) => path === variants[variant]?.dockerfile);
  return Buffer.from(file?.bytes ?? [])
    .toString('utf8')
    .split('\n');
}
