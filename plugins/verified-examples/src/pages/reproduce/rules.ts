import {NORMALISATION} from '../../proof/expect/normalise';
import {NEWLINE, patternWord, toExtended, type TextFile} from './patterns';

/**
 * What is replaced before texts are compared, for `sed -E`: what no two runs print alike. Both sides are put through it.
 *
 * @param rules - Of the manifest, after those of every example
 */
export function rulesFile(rules: readonly {regex: string; as: string}[]): TextFile {
  const expressions = [...NORMALISATION, ...rules].flatMap(({regex, as}) => substitution(regex, as) ?? []);
  const text = [
    '# What no two runs print alike, and what stands for it.',
    'rules() {',
    ['  sed -E', ...expressions.map((expression) => `    -e ${expression}`)].join(' \\\n'),
    '}',
    '',
  ];
  return {path: 'runs/rules.sh', text: text.join('\n')};
}

/** @returns A word of a shell; undefined for what POSIX has no words for */
function substitution(regex: string, as: string): string | undefined {
  const extended = toExtended(regex);
  if (extended === undefined) return undefined;
  const kept = regex.startsWith('^') ? '\\1' : '';
  const replacement = as
    .replace(/[\\&#]/g, '\\$&')
    .replaceAll('\n', NEWLINE)
    .replace(/\$(\d)/g, (_, group: string) => `\\${extended.groups[Number(group) - 1] ?? 0}`);
  return patternWord(`s#${extended.pattern.replaceAll('#', '[#]')}#${kept}${replacement}#g`);
}
