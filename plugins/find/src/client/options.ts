import type {Answered} from '../../../../src/find/answer';
import {byKind} from './byKind';
import {fragmentOf} from './fragment';

/** One result of the dialog. */
export interface Option {
  href: string;
  title: string;
  note?: string | undefined;
}

/** Results of the dialog in their groups: what a text certainly is, pages that have its words, and the whole answer. */
export function optionGroups({found, pages, link}: Answered): {label: string; options: Option[]}[] {
  const certain = found.filter(({tier}) => tier !== 'closest');
  const guessed = certain.length > 0 ? [] : found;
  const symptoms = (label: string, some: typeof found) => ({
    label,
    options: once(
      some.flatMap(({symptom, others, line, tier}) =>
        [symptom, ...others].map(({href, title, text}) => ({
          href,
          title,
          note: tier === 'other-value' ? `line ${line}, with another value than the proved one` : text,
        })),
      ),
    ),
  });
  const groups = [
    symptoms('This is the text of', certain),
    symptoms('A guess', guessed),
    ...byKind(pages).map(({label, pages: some}) => ({
      label,
      options: some.map(({href, title, heading}): Option => ({href, title, note: heading})),
    })),
    {
      label: 'All of the answer',
      options:
        found.length === 0
          ? []
          : [{href: `/fix${fragmentOf(link)}`, title: 'Why it matched, and what tells others apart'}],
    },
  ];
  return groups.filter(({options}) => options.length > 0);
}

/** Each page at its first place. */
function once(options: readonly Option[]): Option[] {
  return options.filter(({href}, index) => options.findIndex((other) => other.href === href) === index);
}
