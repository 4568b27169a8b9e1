import {suggest} from '../../nearest';
import type {Problem} from '../../problems';
import {comparedLines, type ComparedLine} from './adapted';
import type {Example} from './example';
import {reportInManifest} from './places';

/** More changed lines than this are another Dockerfile, not an option of one. */
const MOST = 12;

/**
 * Lines that an option puts into the Dockerfile of its recipe or takes out, each run of them between the instructions that
 * stand before and behind it. Pure.
 */
export function optionLines(recipe: Example, example: Example, variant: string): ComparedLine[] {
  const lines = comparedLines(recipe, example, variant);
  const shows = example.variants[variant]?.option?.shows;
  const shown = lines.map(
    ({sign, text}) =>
      sign !== ' ' &&
      text.trim() !== '' &&
      (shows === undefined || shows.some((part) => text.includes(part))),
  );
  const isPlace = ({sign, text}: ComparedLine) => sign === ' ' && text.trim() !== '' && !text.startsWith('#');
  const places = new Set(
    shown.flatMap((is, at) =>
      is
        ? [
            lines.findLastIndex((line, index) => index < at && isPlace(line)),
            lines.findIndex((line, index) => index > at && isPlace(line)),
          ]
        : [],
    ),
  );
  return lines.filter((_, index) => shown[index] === true || places.has(index));
}

/**
 * Reports options of what is no recipe, options that change nothing or too much, `shows` that no changed line has, and
 * comments of the recipe that an option lost: shown as a change, they would look like a part of it.
 */
export function reportOptions(examples: readonly Example[], problems: Problem[]): void {
  const recipes = examples.filter(({manifest}) => manifest.recipe !== undefined);
  for (const example of examples) {
    for (const [variant, {option}] of Object.entries(example.variants)) {
      if (option === undefined) continue;
      const report = (at: string[], message: string) => {
        reportInManifest(example, ['variants', variant, 'option', ...at], message, problems);
      };
      const recipe = recipes.find(({id}) => id === option.of);
      if (recipe === undefined) {
        const ids = recipes.map(({id}) => id);
        report(['of'], `no recipe "${option.of}"; ${suggest(option.of, ids)}`);
        continue;
      }
      const lines = optionLines(recipe, example, variant).filter(({sign}) => sign !== ' ');
      for (const part of option.shows ?? [])
        if (!lines.some(({text}) => text.includes(part))) report(['shows'], `no changed line has "${part}"`);
      for (const {sign, text} of lines)
        if (sign === '-' && text.startsWith('#'))
          report([], `its Dockerfile lacks a comment of ${recipe.id}: ${text}`);
      if (lines.length === 0) report([], `its Dockerfile is that of ${recipe.id}`);
      if (lines.length > MOST)
        report(
          [],
          `it changes ${lines.length} lines of ${recipe.id}, more than ${MOST}; ` +
            'make the rest equal, or name in "shows" the lines that are the option',
        );
    }
  }
}
