import type {Difference} from '../model';
import {isDue, originSentence, stateSentence, type Found} from './sentences';

/** @returns For people: each copy with its edits, then the count of all */
export function textReport(found: readonly Found[], files: number): string {
  const due = found.filter(({copy}) => isDue(copy)).length;
  const ignored = found.filter(({copy}) => copy.ignored !== null).length;
  const count = `${plural(files, 'Dockerfile')} read, ${plural(found.length, 'copy', 'copies')} found, ${due} to look at`;
  const parts = found.map(({file, copy}) =>
    [
      `${file}:${copy.line}: ${copy.rule}`,
      `  ${originSentence(copy)}.`,
      `  ${stateSentence(copy)}`,
      ...(copy.ignored === null ? [] : [`  Ignored: ${copy.ignored}`]),
      ...copy.differences.flatMap((difference) => differenceLines(difference)),
      '',
    ].join('\n'),
  );
  return [...parts, `${count}${ignored === 0 ? '' : `, ${ignored} ignored`}.`, ''].join('\n');
}

function differenceLines({line, was, is}: Difference): string[] {
  const place = `  ${line}: `;
  const indent = ' '.repeat(place.length);
  if (is === null) return [`${place}- ${was ?? ''}`];
  return was === null ? [`${place}+ ${is}`] : [`${place}- ${was}`, `${indent}+ ${is}`];
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
