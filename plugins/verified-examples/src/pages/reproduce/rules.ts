import {NORMALISATION} from '../../proof/expect/normalise';
import {NEWLINE, patternWord, toExtended, type TextFile} from './patterns';

/**
 * What is replaced before texts are compared, for `sed -E`: what no two runs print alike. Both sides are put through it.
 *
 * @param rules - Of the manifest, after those of every example
 */
export function rulesFile(rules: readonly {regex: string; as: string}[]): TextFile {
  const expressions = [...NORMALISATION, ...rules].flatMap(({regex, as}) => substitutions(regex, as));
  const text = [
    '# What no two runs print alike, and what stands for it.',
    'rules() {',
    ['  sed -E', ...expressions.map((expression) => `    -e ${expression}`)].join(' \\\n'),
    '}',
    '',
  ];
  return {path: 'runs/rules.sh', text: text.join('\n')};
}

/** @returns Words of a shell; none for what POSIX has no words for */
function substitutions(regex: string, as: string): string[] {
  const extended = toExtended(regex);
  if (extended === undefined) return [];
  const kept = (group: number | undefined) => (group === undefined ? '' : `\\${group}`);
  const replacement = as
    .replace(/[\\&#]/g, '\\$&')
    .replaceAll('\n', NEWLINE)
    .replace(/\$(\d)/g, (_, group: string) => `\\${extended.groups[Number(group) - 1] ?? 0}`);
  const replaced = `${kept(extended.before)}${replacement}${kept(extended.after)}`;
  const word = patternWord(`s#${extended.pattern.replaceAll('#', '[#]')}#${replaced}#g`);
  // What ends one match is taken, and can't begin the next one: a second pass finds that.
  return extended.before === undefined || extended.after === undefined ? [word] : [word, word];
}
