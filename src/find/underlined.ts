import type {Finding} from './model';
import {SLOT_NAMES} from './slots';

/** A piece of a reader's line: words that the guide knows, a value of the reader's, or neither. */
export interface Segment {
  role: 'fixed' | 'slot' | 'around';
  text: string;
  /** Whose value it is: "your path". */
  name?: string;
  /** The value that was proved, where it is another one. */
  proved?: string;
}

/** So much is shown of what stands around. */
const AROUND = 80;

const ANSI = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** The line that was recognised, cut into what was recognised in it. Of a guess, nothing was. */
export function underlined(input: string, {start, end, slots, tier}: Finding): Segment[] {
  const from = input.lastIndexOf('\n', start - 1) + 1;
  const stop = input.indexOf('\n', end);
  const to = stop < 0 ? input.length : stop;
  if (tier === 'closest') return pieces([['around', brief(input.slice(from, to), 'end')]]);
  const named = slots
    .filter(({type}) => SLOT_NAMES[type] !== undefined)
    .sort((one, other) => one.start - other.start);
  const segments: Segment[] = pieces([['around', brief(input.slice(from, start), 'start')]]);
  let at = start;
  for (const {start: first, end: last, name, type, proved} of named) {
    if (first < at) continue;
    segments.push(...pieces([['fixed', input.slice(at, first)]]));
    const [slot] = pieces([['slot', input.slice(first, last)]]);
    if (slot !== undefined)
      segments.push({
        ...slot,
        name: SLOT_NAMES[type] ?? name,
        ...(proved !== undefined && {proved}),
      });
    at = last;
  }
  return [
    ...segments,
    ...pieces([
      ['fixed', input.slice(at, end)],
      ['around', brief(input.slice(end, to), 'end')],
    ]),
  ];
}

/** Without colours of a terminal, and without what is empty. */
function pieces(parts: readonly (readonly [Segment['role'], string])[]): Segment[] {
  return parts
    .map(([role, text]) => ({role, text: text.replace(ANSI, '').replace(/\r$/, '')}))
    .filter(({text}) => text !== '');
}

function brief(text: string, side: 'start' | 'end'): string {
  if (text.length <= AROUND) return text;
  return side === 'start' ? `…${text.slice(-AROUND)}` : `${text.slice(0, AROUND)}…`;
}
