import {readDirectives} from '../../plugins/verified-examples/src/example/dockerfile/directives';
import {heredocsIn} from '../../plugins/verified-examples/src/example/dockerfile/heredocs';
import {
  readInstructions,
  type Instruction,
} from '../../plugins/verified-examples/src/example/dockerfile/instructions';

/** A step of a Dockerfile: an instruction, or one command of a RUN, so that joined and split commands are alike. */
export interface Unit {
  /** Spaces collapsed, the keyword in capitals, the values as they are. */
  text: string;
  /** Counts from 1. */
  line: number;
}

/** What is compared of a Dockerfile. */
export interface Dockerfile {
  units: Unit[];
  /** Sentences of its comments, in lower case; short ones, which anybody writes, are left out. */
  comments: string[];
}

const MIN_WORDS = 5;

const ignore = () => undefined;

/** Reads a Dockerfile for comparing. What a builder would refuse is skipped, never an error: the file is somebody else's. */
export function readDockerfile(text: string): Dockerfile {
  const instructions = readInstructions(text, readDirectives(text, ignore), ignore);
  const lines = text.split(/\r?\n/);
  const units = instructions.flatMap((instruction, at) => [
    ...unitsOf(instruction),
    ...bodyOf(instruction, lines, instructions[at + 1]?.place.line ?? lines.length + 1),
  ]);
  return {units, comments: sentencesOf(lines)};
}

function unitsOf({keyword, args, place, placeOf}: Instruction): Unit[] {
  if (keyword !== 'RUN') return [{text: `${keyword} ${squeeze(args)}`, line: place.line}];
  let from = 0;
  return args.split('&&').flatMap((part) => {
    const line = placeOf(from + part.length - part.trimStart().length).line;
    from += part.length + '&&'.length;
    return part.trim() === '' ? [] : [{text: `RUN ${squeeze(part)}`, line}];
  });
}

/** The lines of the here-documents that an instruction opens. */
function bodyOf(instruction: Instruction, lines: readonly string[], next: number): Unit[] {
  const heredocs = heredocsIn(instruction, ignore);
  if (heredocs.length === 0) return [];
  const opened = lines.findIndex((line, at) => at >= instruction.place.line - 1 && line.includes('<<'));
  return lines.slice(opened + 1, next - 1).flatMap((line, at) => {
    const isText = squeeze(line) !== '' && !heredocs.some(({ends}) => ends(line));
    return isText ? [{text: squeeze(line), line: opened + at + 2}] : [];
  });
}

function sentencesOf(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  let before = false;
  for (const line of lines) {
    const [, comment] = /^\s*#+\s*(.*)$/.exec(line) ?? [];
    if (comment === undefined) before = false;
    else if (before) blocks.push(`${blocks.pop() ?? ''} ${comment}`);
    else blocks.push(comment);
    before = comment !== undefined;
  }
  return blocks
    .flatMap((block) =>
      squeeze(block)
        .toLowerCase()
        .split(/(?<=[.:;])\s/),
    )
    .filter((sentence) => sentence.split(' ').length >= MIN_WORDS);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
