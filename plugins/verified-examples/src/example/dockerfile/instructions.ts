import {heredocsIn} from './heredocs';

/** A place in a file; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One instruction, its continuation lines joined. */
export interface Instruction {
  /** In capitals. */
  keyword: string;
  /** Everything after the keyword; a here-document's body is not part of it. */
  args: string;
  /** Place of a character of `args`, by its index. */
  placeOf: (index: number) => Place;
  /** Where the keyword stands. */
  place: Place;
}

export type ReportAt = (place: Place, message: string) => void;

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** Instructions that may have here-documents. */
const WITH_HEREDOCS = new Set(['ADD', 'COPY', 'RUN']);

interface Piece {
  /** Of its first character, in the joined text. */
  index: number;
  place: Place;
}

/**
 * Splits a Dockerfile into instructions as BuildKit does (`frontend/dockerfile/parser/parser.go`, `Parse`): comments and
 * empty lines go, also between continuation lines, and so do the bodies of here-documents.
 *
 * The rules are written out here because dockerfile-ast keeps others: it takes an escape in a flag for the flag's end,
 * joins a line that ends in two escapes, and has no values for `ARG A=1 B=2`.
 *
 * @param escape - The character that joins lines, from the `escape` directive
 * @param report - Told of what BuildKit refuses, and of what builders read in different ways
 */
export function readInstructions(text: string, escape: string, report: ReportAt): Instruction[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const instructions: Instruction[] = [];
  for (let next = 0; next < lines.length;) {
    if (isSkipped(lines[next] ?? '')) {
      next++;
      continue;
    }
    const joined = joinLines(lines, next, escape, report);
    next = joined.next;
    const instruction = toInstruction(joined, report);
    if (instruction === undefined) continue;
    instructions.push(instruction);
    if (!WITH_HEREDOCS.has(instruction.keyword)) continue;
    for (const heredoc of heredocsIn(instruction, report)) {
      const body = lines.slice(next);
      const end = body.findIndex((line) => heredoc.ends(line.replace(/\r$/, '')));
      if (end === -1) report(instruction.place, `the here-document ${heredoc.name} has no end`);
      next = end === -1 ? lines.length : next + end + 1;
    }
  }
  return instructions;
}

interface Joined {
  text: string;
  pieces: Piece[];
  /** The line after it, from 0. */
  next: number;
}

/** One instruction with its continuation lines. An escape character at the end of a line joins the next one to it. */
function joinLines(lines: readonly string[], first: number, escape: string, report: ReportAt): Joined {
  const pieces: Piece[] = [];
  let text = '';
  let next = first;
  let continues = true;
  for (; continues && next < lines.length; next++) {
    const line = (lines[next] ?? '').replace(/\r$/, '');
    if (next > first && isSkipped(line)) continue;
    const start = next === first ? line.length - line.trimStart().length : 0;
    const bare = line.replace(/[ \t]*$/, '');
    continues = bare.endsWith(escape);
    if (bare.endsWith(escape + escape)) {
      continues = false;
      const message = `builders disagree whether a line that ends in ${escape}${escape} continues: end it differently`;
      report({line: next + 1, column: bare.length - 1}, message);
    }
    pieces.push({index: text.length, place: {line: next + 1, column: start + 1}});
    text += continues ? line.slice(start, bare.length - 1) : line.slice(start);
  }
  return {text, pieces, next};
}

function toInstruction({text, pieces}: Joined, report: ReportAt): Instruction | undefined {
  const [, written = '', blank = '', args = ''] = /^([^\t\v\f\r ]*)([\t\v\f\r ]*)([^]*)$/.exec(text) ?? [];
  const before = written.length + blank.length;
  const placeOf = (index: number): Place => {
    const piece = pieces.findLast((one) => one.index <= index + before) ?? {
      index: 0,
      place: {line: 1, column: 1},
    };
    return {line: piece.place.line, column: piece.place.column + index + before - piece.index};
  };
  const place = placeOf(-before);
  const keyword = written.toUpperCase();
  if (KEYWORDS.has(keyword)) return {keyword, args, placeOf, place};
  if (text.trim() !== '') report(place, `unknown instruction ${JSON.stringify(written)}`);
  return undefined;
}

function isSkipped(line: string): boolean {
  const bare = line.trimStart();
  return bare === '' || bare.startsWith('#');
}
