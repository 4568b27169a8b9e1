import {analyseDockerfile} from '../../example/collect/dockerfile';
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
 * A stage of a Dockerfile, from its FROM to its last line.
 *
 * @throws SelectionError when there is none of that name
 */
export function selectStage(dockerfile: string, name: string): Range {
  const {stages} = analyseDockerfile(dockerfile, {}, 'Dockerfile', []);
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage !== undefined) return {from: stage.start, to: stage.end};
  throw new SelectionError(
    `there is no stage "${name}"; ${suggest(
      name,
      stages.flatMap((one) => one.name ?? []),
    )}`,
  );
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
