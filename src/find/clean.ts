/** Text as it was meant, with the place in the original of each of its characters. */
export interface Cleaned {
  text: string;
  /** @returns The offset in the original of a character of `text`, or of its end */
  at: (index: number) => number;
}

/**
 * What terminals, log drivers, JSON, web pages and word processors do to a text: escape sequences (also those whose
 * first byte was lost, or which were written out), escaped characters, typographic quotes and spaces, entities.
 */
const DISGUISED = new RegExp(
  [
    '(?:\\x1b|\\\\+(?:x1b|033|e|u001b)|\\^\\[)\\[[0-9;?]*[ -/]*[@-~]',
    '\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)',
    '\\x1b[@-_]?',
    '\\[(?:\\d{1,3})(?:;\\d{1,3})*m(?!\\])',
    '\\\\+u[0-9a-fA-F]{4}',
    '\\\\+["\'`/nrt]',
    '\\\\+(?=[\\u2018-\\u201f]|&(?:quot|#39|#34);)',
    '[\\u2018-\\u201f\\u2032\\u2033\\u00ab\\u00bb\\u2039\\u203a\\u00b4\\u00a0\\u202f\\u200b-\\u200f\\ufeff]',
    '&(?:quot|apos|lt|gt|amp|#0?39|#x27|#34);',
  ].join('|'),
  'g',
);

const ENTITIES: Record<string, string> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  '#34': '"',
};

function meant(found: string): string {
  const first = found.charAt(0);
  if (first === '&') return ENTITIES[found.slice(1, -1)] ?? found;
  if (first === '\\') {
    const [, code] = /u([0-9a-fA-F]{4})$/.exec(found) ?? [];
    if (code !== undefined)
      return String.fromCharCode(Number.parseInt(code, 16)).replace(/[\x00-\x08\x1b]/, '');
    const last = found.charAt(found.length - 1);
    if (last === '\\') return '';
    if (/[@-~]/.test(last) && found.includes('[')) return '';
    return {n: '\n', r: '\r', t: '\t'}[last] ?? last;
  }
  if (/[\u00a0\u202f]/.test(first)) return ' ';
  if (/[\u201c-\u201f\u2033\u00ab\u00bb]/.test(first)) return '"';
  return /[\u2018-\u201b\u2032\u2039\u203a\u00b4]/.test(first) ? "'" : '';
}

/** Reads a part of an input as it was meant. */
export function clean(input: string, start: number, end: number): Cleaned {
  const raw = input.slice(start, end);
  if (raw.search(DISGUISED) < 0) return {text: raw, at: (index) => start + index};
  // Where each piece that is as it was begins, in the text and in the original; what stands for another is one character.
  const begins: number[] = [0];
  const origins: number[] = [start];
  let text = '';
  let done = 0;
  DISGUISED.lastIndex = 0;
  for (let found = DISGUISED.exec(raw); found !== null; found = DISGUISED.exec(raw)) {
    text += raw.slice(done, found.index);
    begins.push(text.length);
    origins.push(start + found.index);
    text += meant(found[0]);
    done = found.index + found[0].length;
    begins.push(text.length);
    origins.push(start + done);
  }
  text += raw.slice(done);
  const at = (index: number): number => {
    const piece = begins.findLastIndex((begin) => begin <= index);
    return Math.min(end, (origins[piece] ?? start) + index - (begins[piece] ?? 0));
  };
  return {text, at};
}

/** What is put before a line by whatever carries it. Each takes something, or the next is tried. */
const PREFIXES = [
  /\s+/y,
  // Dates and times: ISO, Go's log package, syslog, nginx and Postgres, klog, the kernel, time alone.
  /\[?\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?\]?(?![\w/])/y,
  /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})? [\w.-]{1,64} [\w./@-]{1,64}(?:\[\d{1,7}\])?:/y,
  /[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{6} {1,8}\d{1,8} [\w.-]{1,60}:\d{1,5}\]/y,
  /\[ {0,6}\d{1,8}\.\d{1,9}\]/y,
  /\[?\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\]?(?![\w/])/y,
  // kubectl logs --prefix, compose and stern, CRI, BuildKit, GitHub Actions.
  /\[pod\/[^\]\s]{1,200}\]/y,
  /[\w.-]{1,100} {1,40}\| ?/y,
  /\| /y,
  /std(?:out|err) [FP] /y,
  /#\d{1,3} (?:\[[^\]\n]{1,80}\] )?(?:\d{1,5}\.\d{1,4}(?!\S) ?)?/y,
  /=> => # ?/y,
  /\d{1,5}\.\d{2,4} (?=\S)/y,
  /(?:##\[error\]|::error::)/y,
  // Structured logs, as far as the message.
  /(?:time|ts|level|lvl)=(?:"[^"]{1,60}"|\S{1,60}) /y,
  /(?:msg|error|err|message)="?/y,
  /\{ ?(?:"(?:log|msg|message)" ?: ?")?/y,
  /"(?:log|msg|message|error)" ?: ?"/y,
  /\[?(?:ERROR|ERRO|WARN|WARNING|INFO|FATAL|FATA|DEBUG|error|warn|info|fatal)\]?(?:\[[\dT:+ .Z-]{1,32}\])?:? (?=\S)/y,
  /\[logs\] /y,
];

/** @returns Where a line itself begins, after what carries it */
export function prefixEnd(line: string): number {
  let at = 0;
  for (let moved = true; moved && at < line.length;) {
    moved = false;
    for (const prefix of PREFIXES) {
      prefix.lastIndex = at;
      const [found] = prefix.exec(line) ?? [];
      if (found === undefined || found === '') continue;
      at += found.length;
      moved = true;
      break;
    }
  }
  return at;
}

/** Whether a place of a cleaned text is where a line of it begins, after what carries the line. */
export function startsLine(text: string, at: number): boolean {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(begin, at + 1);
  return at === begin || prefixEnd(line) >= at - begin;
}
