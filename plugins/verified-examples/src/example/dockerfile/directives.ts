import type {Place, ReportAt} from './instructions';

interface Directive {
  name: string;
  value: string;
  place: Place;
}

const KNOWN = new Set(['syntax', 'escape', 'check']);

const REFUSED: Readonly<Record<'syntax' | 'check', string>> = {
  syntax:
    'makes the builder pull an image that nothing pins: remove the line, the builder has its own parser',
  check: 'sets lint rules, which differ between versions of the builder: remove the line',
};

/**
 * Reads the parser directives of a Dockerfile. `syntax` and `check` are refused in every form in which BuildKit takes them
 * (`frontend/dockerfile/parser/directives.go`, `DetectSyntax`): behind `#`, behind `//`, after a line `#!…`, and as a
 * member of a file that is JSON.
 *
 * @returns The escape character
 */
export function readDirectives(text: string, report: ReportAt): string {
  const bare = text.replace(/^\uFEFF/, '');
  const lines = bare.split('\n');
  const skipped = lines[0]?.startsWith('#!') === true ? 1 : 0;
  const own = directivesBehind('#', lines, skipped);
  for (const {name, value, place} of [...own, ...directivesBehind('//', lines, skipped), ...inJson(bare)])
    if (name === 'syntax' || name === 'check')
      report(place, `the directive ${name}=${value} ${REFUSED[name]}`);
  const escape = own.find(({name}) => name === 'escape');
  if (escape === undefined || escape.value === '\\' || escape.value === '`') return escape?.value ?? '\\';
  report(escape.place, `the directive escape=${escape.value} names neither \\ nor \``);
  return '\\';
}

/** They end with the first line that is none. */
function directivesBehind(sign: '#' | '//', lines: readonly string[], from: number): Directive[] {
  const found: Directive[] = [];
  for (const [offset, line] of lines.slice(from).entries()) {
    const column = line.length - line.trimStart().length + 1;
    const written = line.trimStart().startsWith(sign) ? line.trimStart().slice(sign.length).trimStart() : '';
    const [, name = '', value = ''] = /^([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(written) ?? [];
    if (!KNOWN.has(name.toLowerCase())) break;
    found.push({name: name.toLowerCase(), value, place: {line: from + offset + 1, column}});
  }
  return found;
}

function inJson(text: string): Directive[] {
  if (!text.trimStart().startsWith('{')) return [];
  const [, value] = /"syntax"\s*:\s*"([^"]*)"/i.exec(text) ?? [];
  return value === undefined ? [] : [{name: 'syntax', value, place: {line: 1, column: 1}}];
}
