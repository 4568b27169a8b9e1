import {diffArrays} from 'diff';
import {suggest} from '../../nearest';
import type {Problem} from '../../problems';
import type {Example} from './example';
import {reportInManifest} from './places';

/** What names a program: where its module is, and its main package. */
const MAY_CHANGE = [/^COPY \S*go\.\S+( \S*go\.sum)? \.\/$/, /^COPY \S+ \.$/, /^ARG PACKAGE=\S+$/];

export interface ChangedLine {
  sign: '-' | '+';
  text: string;
}

/** Lines of the Dockerfile of a variant that its recipe has otherwise, and that the recipe has instead. Pure. */
export function changedLines(recipe: Example, example: Example, variant: string): ChangedLine[] {
  const [before, after] = [linesOf(recipe), linesOf(example, variant)];
  return diffArrays(before, after).flatMap(({added, removed, value}) =>
    added || removed ? value.map((text) => ({sign: added ? ('+' as const) : ('-' as const), text})) : [],
  );
}

/** Changed lines that do more than name a program, as `- text` or `+ text`. Pure. */
export function otherChanges(recipe: Example, example: Example, variant: string): string[] {
  return changedLines(recipe, example, variant)
    .filter(({text}) => !MAY_CHANGE.some((allowed) => allowed.test(text.trim())))
    .map(({sign, text}) => `${sign} ${text}`);
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
