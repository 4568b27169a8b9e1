import type {Instruction, ReportAt} from './instructions';
import {shellWords} from './shellWords';

/** A here-document that an instruction opens. */
export interface Heredoc {
  name: string;
  /** Whether this line, without its line end, closes it. */
  ends: (line: string) => boolean;
}

/** What BuildKit expands; of anything else it gives up, and then sees no here-document in the line at all. */
const EXPANDED = /^\$\{\w+(?:\}|:?[-+?]|[#%/])/;

/**
 * The here-documents that an instruction opens, in order: words `<<NAME`, `<<-NAME` and `3<<NAME`, NAME with or without
 * quotes (BuildKit `frontend/dockerfile/parser/parser.go`, `heredocsFromLine`).
 *
 * @param report - Told of spellings that builders read in different ways: one would take for instructions what is text
 * for another
 */
export function heredocsIn(instruction: Instruction, report: ReportAt): Heredoc[] {
  const {args, placeOf} = instruction;
  if (!args.includes('<<')) return [];
  const refuse = (index: number, reason: string) => {
    report(placeOf(index), `${reason}: builders disagree whether a here-document starts here`);
  };
  const {words, unclosed} = shellWords(args);
  const opened = words.flatMap(({raw, index}): Heredoc[] => {
    const [, chomp, name] = /^\d*<<(-?)([^<]*)$/.exec(raw) ?? [];
    if (name === undefined) return [];
    if (name === '') {
      refuse(index, `${raw} is followed by a space`);
      return [];
    }
    const bare = name.replace(/\\(.)|['"]/g, '$1');
    const ends = (line: string) => (chomp === '-' ? line.replace(/^\t+/, '') : line) === bare;
    return [{name: bare, ends}];
  });
  if (unclosed !== undefined) refuse(unclosed, 'this line has an unclosed quote');
  if (opened.length > 0) {
    for (const {index} of args.matchAll(/\$\{/g))
      if (!EXPANDED.test(args.slice(index)))
        refuse(index, `no builder expands ${/^\$\{[^}\s]*\}?/.exec(args.slice(index))?.[0] ?? ''}`);
  }
  return opened;
}
