import {suggest} from '../../nearest';

/** Whole lines of a file, counted from 1, `to` inclusive. */
export interface Range {
  from: number;
  to: number;
}

/** The selection does not exist; the message says what there is. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
}

/**
 * Lines between `region: NAME` and `endregion: NAME`, each in a comment of its own line, without those lines.
 *
 * @throws SelectionError when it is missing, there twice, not closed, or empty
 */
export function selectRegion(text: string, name: string): Range {
  const lines = text.split('\n');
  const marks = marksIn(lines);
  const begins = marks.filter((mark) => mark.kind === 'region' && mark.region === name);
  const [begin] = begins;
  if (begin === undefined)
    throw new SelectionError(
      `there is no region "${name}"; ${suggest(
        name,
        marks.map(({region}) => region),
      )}`,
    );
  if (begins.length > 1)
    throw new SelectionError(
      `region "${name}" begins ${begins.length} times, at lines ${begins.map(({line}) => line).join(', ')}`,
    );
  const end = marks.find(
    (mark) => mark.kind === 'endregion' && mark.region === name && mark.line > begin.line,
  );
  if (end === undefined) throw new SelectionError(`region "${name}" of line ${begin.line} has no endregion`);
  return nonEmpty(lines, {from: begin.line + 1, to: end.line - 1}, `region "${name}"`);
}

/**
 * A top-level declaration of a gofmt-ed Go file, with its doc comment: `main`, `Type`, `Type.Method`.
 *
 * @throws SelectionError when there is none
 */
export function selectSymbol(text: string, name: string): Range {
  const lines = text.split('\n');
  const declarations = goDeclarations(lines);
  const found = declarations.find((declaration) => declaration.name === name);
  if (found === undefined) {
    throw new SelectionError(
      `there is no declaration "${name}"; ${suggest(
        name,
        declarations.map((one) => one.name),
      )}`,
    );
  }
  let from = found.line;
  while (from > 1 && lines[from - 2]?.startsWith('//')) from--;
  return {from, to: endOfDeclaration(lines, found.line)};
}

/** All that {@link selectRegion} could select. */
export function regionsIn(text: string): Range[] {
  return rangesOf(
    marksIn(text.split('\n')).map(({region}) => region),
    (name) => selectRegion(text, name),
  );
}

/** All that {@link selectSymbol} could select. */
export function symbolsIn(text: string): Range[] {
  return rangesOf(
    goDeclarations(text.split('\n')).map(({name}) => name),
    (name) => selectSymbol(text, name),
  );
}

function rangesOf(names: readonly string[], select: (name: string) => Range): Range[] {
  return [...new Set(names)].flatMap((name) => {
    try {
      return [select(name)];
    } catch (error) {
      if (error instanceof SelectionError) return [];
      throw error;
    }
  });
}

/** Lines that contain `part`; at least one. */
export function linesWith(text: string, {from, to}: Range, part: string): number[] {
  const found = text
    .split('\n')
    .slice(from - 1, to)
    .flatMap((line, index) => (line.includes(part) ? [from + index] : []));
  if (found.length === 0)
    throw new SelectionError(`no line of the selection contains ${JSON.stringify(part)}`);
  return found;
}

/** The bytes of a range: its lines with their ends. */
export function cut(text: string, {from, to}: Range): string {
  const lines = text.split('\n');
  const end = to < lines.length ? '\n' : '';
  return `${lines.slice(from - 1, to).join('\n')}${end}`;
}

/** @throws SelectionError when every line of the range is blank */
export function nonEmpty(lines: readonly string[], range: Range, what: string): Range {
  const selected = lines.slice(range.from - 1, range.to);
  if (selected.every((line) => line.trim() === '')) throw new SelectionError(`${what} is empty`);
  return range;
}

function marksIn(lines: readonly string[]): {kind: string; region: string; line: number}[] {
  return lines.flatMap((line, index) => {
    const [, kind, region] = /^\s*(?:#|\/\/|--|;)\s*(region|endregion): (\S+)\s*$/.exec(line) ?? [];
    return kind !== undefined && region !== undefined ? [{kind, region, line: index + 1}] : [];
  });
}

/** gofmt puts top-level declarations, and nothing else but comments and closing brackets, at column 1. */
function goDeclarations(lines: readonly string[]): {name: string; line: number}[] {
  const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
    [/^func \(\w*\s*\*?(\w+)(?:\[.*\])?\) (\w+)\(/, ([, type, method]) => `${type ?? ''}.${method ?? ''}`],
    [/^func (\w+)[([]/, ([, name]) => name ?? ''],
    [/^(?:type|var|const) (\w+)\b/, ([, name]) => name ?? ''],
  ];
  return outsideRawStrings(lines).flatMap(({text, line}) => {
    for (const [pattern, nameOf] of patterns) {
      const match = pattern.exec(text);
      if (match !== null) return [{name: nameOf(match), line}];
    }
    return [];
  });
}

function endOfDeclaration(lines: readonly string[], start: number): number {
  const first = lines[start - 1] ?? '';
  if (!/[{(]$/.test(first)) return start;
  const end = outsideRawStrings(lines).find(({text, line}) => line > start && /^[})](?!.*[{(]$)/.test(text));
  return end?.line ?? start;
}

/** Lines that do not begin inside a back-quoted string, whose text may look like anything. */
function outsideRawStrings(lines: readonly string[]): {text: string; line: number}[] {
  let inside = false;
  return lines.flatMap((text, index) => {
    const begunInside = inside;
    const backquotes = text.replace(/\/\/.*$/, (comment) => (inside ? comment : '')).split('`').length - 1;
    if (backquotes % 2 === 1) inside = !inside;
    return begunInside ? [] : [{text, line: index + 1}];
  });
}
