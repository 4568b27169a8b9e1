import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {messageOf} from '../../../verified-examples/src/messageOf';
import {formatProblem, type Problem} from '../../../verified-examples/src/problems';
import {Copies} from '../../../../src/copies/copies';
import {readIgnores} from '../../../../src/copies/ignores';
import type {CopyIndex} from '../../../../src/copies/model';
import {readIndex} from '../../../../src/copies/readIndex';
import {githubReport} from '../../../../src/copies/report/github';
import {jsonReport} from '../../../../src/copies/report/json';
import {sarifReport} from '../../../../src/copies/report/sarif';
import {isDue, type Found} from '../../../../src/copies/report/sentences';
import {textReport} from '../../../../src/copies/report/text';
import {readDockerfiles, type Read} from './dockerfiles';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

type Format = (typeof FORMATS)[number];

/** How long an address given with --index may take to answer. */
const FETCH_DEADLINE_MS = 30_000;

/** Where the command writes, and what it knows without --index. */
export interface World {
  /** How it is started, for the help. */
  command: string;
  ownIndex: () => CopyIndex | Promise<CopyIndex>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

const help = (command: string) => `${command} PATHS [--format ${FORMATS.join('|')}] [--index FILE|URL]

Finds Dockerfiles that were copied from the CGO Field Guide, and says of each from which revision, with how many edits, and
what became of that revision. Folders are searched for Dockerfile, Dockerfile.*, *.Dockerfile and Containerfile; .git,
node_modules and vendor are left out. Nothing is sent anywhere.

  --format   text (the default), json, sarif, or github: annotations of GitHub Actions
  --index    a newer index than the one inside: a file, or an address, which is then fetched
  --help     this text

A copy is found by the line "# from <address> sha256:<hash>" that the guide adds on request, by its bytes, or by steps and
comments that only the guide has. A comment "# cgo-guide: ignore=copy-superseded reason=…" leaves a copy alone.

Exit codes: 0 no copy, or all are current; 1 a copy was superseded, moved, withdrawn, or is of an unknown revision; 2 wrong
usage, an index or file that cannot be read, or an ignore without reason.
`;

/** Runs the command. @returns Its exit code */
export async function checkCopies(words: readonly string[], world: World): Promise<0 | 1 | 2> {
  const asked = readArguments(words);
  if (typeof asked === 'string') {
    world.stderr(`${asked}\n\n${help(world.command)}`);
    return 2;
  }
  if (asked.help) {
    world.stdout(help(world.command));
    return 0;
  }
  const index = await indexFrom(asked.index, world);
  if (typeof index === 'string') {
    world.stderr(`${index}\n`);
    return 2;
  }
  const {files, problems} = readDockerfiles(asked.paths);
  const copies = new Copies(index, (text) => createHash('sha256').update(text).digest('hex'));
  const found = files.flatMap(({file, text}): Found[] => {
    const copy = copies.find(text);
    return copy === null ? [] : [{file, copy}];
  });
  world.stdout(report(asked.format, found, files.length, index));
  const wrong = [...problems, ...files.flatMap(ignoreProblems)];
  if (wrong.length > 0) {
    world.stderr(
      `Not everything could be checked:\n${wrong.map((one) => `  ${formatProblem(one)}\n`).join('')}`,
    );
    return 2;
  }
  return found.some(({copy}) => isDue(copy)) ? 1 : 0;
}

interface Arguments {
  paths: string[];
  format: Format;
  index: string | undefined;
  help: boolean;
}

/** @returns What is wrong with them, if they are */
function readArguments(words: readonly string[]): Arguments | string {
  try {
    const {values, positionals} = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: {type: 'string', default: 'text'},
        index: {type: 'string'},
        help: {type: 'boolean', default: false},
      },
    });
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined) return `There is no format ${values.format}: use ${FORMATS.join(', ')}.`;
    if (positionals.length === 0 && !values.help) return 'Name the files or folders to check.';
    return {paths: positionals, format, index: values.index, help: values.help};
  } catch (error) {
    return messageOf(error);
  }
}

/** @returns Why it cannot be read, if it cannot */
async function indexFrom(place: string | undefined, {ownIndex}: World): Promise<CopyIndex | string> {
  if (place === undefined) return ownIndex();
  try {
    return readIndex(/^https?:\/\//.test(place) ? await fetched(place) : await readFile(place, 'utf8'));
  } catch (error) {
    return `The index ${place} cannot be read: ${messageOf(error)}`;
  }
}

async function fetched(url: string): Promise<string> {
  const answer = await fetch(url, {signal: AbortSignal.timeout(FETCH_DEADLINE_MS)});
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.text();
}

function report(format: Format, found: readonly Found[], files: number, index: CopyIndex): string {
  switch (format) {
    case 'text':
      return textReport(found, files);
    case 'json':
      return jsonReport(found, files, index);
    case 'sarif':
      return sarifReport(found);
    case 'github':
      return githubReport(found);
  }
}

function ignoreProblems({file, text}: Read): Problem[] {
  return readIgnores(text).problems.map((problem) => ({file, ...problem}));
}
