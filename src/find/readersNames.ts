import {SLOT_NAMES} from './slots';
import type {Segment} from './underlined';

/** With the port that resolvers print after it. */
const PORT = /:\d{1,5}$/;

/**
 * What a reader's own line says of the placeholders in commands: the path of the program, the host that was looked up, the
 * server that was asked. Pure.
 */
export function readersNames(segments: readonly Segment[]): Readonly<Record<string, string>> {
  const slots = segments.filter(({role}) => role === 'slot');
  const first = (test: (slot: Segment) => boolean) => slots.find(test)?.text;
  const program = first(({text}) => text.startsWith('/'));
  const host = first(({name}) => name === SLOT_NAMES.host)?.replace(/\.$/, '');
  const server = first(({name}) => name === SLOT_NAMES.server)?.replace(PORT, '');
  return {
    ...(program !== undefined && {'/path/to/program': program}),
    ...(host !== undefined && {NAME: host}),
    ...(server !== undefined && {SERVER: server}),
  };
}
