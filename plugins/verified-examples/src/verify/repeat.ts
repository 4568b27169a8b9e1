import type {Engine} from '../engine/types';
import {quote} from '../shell';

/** What a repetition needs to know of an engine. */
export type Repeatable = Pick<Engine, 'command' | 'byHand'>;

export interface RepeatedRun {
  /** The exact command of the run. */
  command: readonly string[];
  /** The lab whose network the run joins. */
  lab?: {command: readonly string[]} | undefined;
}

/**
 * Shell text that repeats a build or a run once the run of the verifier is over. A container is removed when it ends,
 * so that the text can be used again.
 *
 * @param shell - Environment of the shell that it is typed into
 */
export function repeatText(engine: Repeatable, {command, lab}: RepeatedRun, shell = process.env): string {
  const typed = commandText(engine, command, shell);
  if (lab === undefined) return typed;
  return [
    '# the lab, in a terminal of its own; Ctrl-C ends it',
    commandText(engine, lab.command, shell),
    '# beside it',
    typed,
  ].join('\n');
}

function commandText(
  {command: prefix, byHand}: Repeatable,
  command: readonly string[],
  shell: NodeJS.ProcessEnv,
) {
  const [verb = '', ...rest] = command.slice(prefix.length);
  const args = verb === 'run' ? [verb, '--rm', ...rest] : [verb, ...rest];
  return [...environment(byHand.env, verb, shell), ...byHand.prefix, ...args].map(shellWord).join(' ');
}

/** Variables that differ from those of the shell; a run does not read those of the builder. */
function environment(env: Engine['byHand']['env'], verb: string, shell: NodeJS.ProcessEnv): string[] {
  const words = Object.entries(env)
    .filter(([name, value]) => value !== shell[name] && (verb !== 'run' || !name.startsWith('BUILDX_')))
    .flatMap(([name, value]) => (value === undefined ? ['-u', name] : [`${name}=${value}`]));
  return words.length === 0 ? [] : ['env', ...words];
}

/** One line whatever the word holds: reports indent their lines. Control characters need bash, zsh or ksh. */
export function shellWord(word: string): string {
  if (!/[\u0000-\u001f\u007f]/.test(word)) return quote(word);
  const text = word
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `$'${text}'`;
}
