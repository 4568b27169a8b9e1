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

/** Reports options of what is no recipe. */
export function reportOptions(examples: readonly Example[], problems: Problem[]): void {
  const recipes = examples.filter(({manifest}) => manifest.recipe !== undefined).map(({id}) => id);
  for (const example of examples) {
    for (const [variant, {option}] of Object.entries(example.variants)) {
      if (option === undefined || recipes.includes(option.of)) continue;
      const message = `no recipe "${option.of}"; ${suggest(option.of, recipes)}`;
      reportInManifest(example, ['variants', variant, 'option', 'of'], message, problems);
    }
  }
}

/**
 * Options that are not their recipe with a few lines more: that change nothing or too much, or that name in `shows` what no
 * changed line has. While an author edits the recipe, all of its options may be.
 */
export function brokenOptions(examples: readonly Example[]): Problem[] {
  const problems: Problem[] = [];
  for (const example of examples) {
    for (const [variant, {option}] of Object.entries(example.variants)) {
      const recipe = examples.find(({id}) => id === option?.of);
      if (option === undefined || recipe === undefined) continue;
      const report = (at: string[], message: string) => {
        reportInManifest(example, ['variants', variant, 'option', ...at], message, problems);
      };
      const lines = optionLines(recipe, example, variant).filter(({sign}) => sign !== ' ');
      for (const part of option.shows ?? [])
        if (!lines.some(({text}) => text.includes(part))) report(['shows'], `no changed line has "${part}"`);
      if (lines.length === 0) report([], `its Dockerfile is that of ${recipe.id}`);
      if (lines.length > MOST)
        report(
          [],
          `it changes ${lines.length} lines of ${recipe.id}, more than ${MOST}; ` +
            'make the rest equal, or name in "shows" the lines that are the option',
        );
    }
  }
  return problems;
}
