import type {Newer, RadarEntry, Seen, Subject} from './model';

/** A move counts when it has stood for this long: a tag that is pushed and taken back is none. */
const STANDS_MS = 24 * 60 * 60 * 1000;

/** What upstream said: what it has, or a sentence why that is not known. */
export type Answer = {now: Seen; newer?: Newer[]} | {unknown: string};

interface Question extends Subject {
  /** What proofs rest on; null: nothing yet. */
  pinned: Seen | null;
  answer: Answer;
  /** Of the last radar. */
  earlier: RadarEntry | undefined;
  /** When upstream was asked. */
  moment: Date;
  supportEnd: string | null;
}

/**
 * Judges one base. Upstream has moved when what this platform gets is another image, and has been for a day: an index
 * that moves for other platforms, or a manifest that names the same layers, is no move. What cannot be told is unknown,
 * and a move that was seen before is not forgotten for it. Pure.
 */
export function judge({pinned, answer, earlier, moment, supportEnd, ...subject}: Question): RadarEntry {
  const {reference, platform, world} = subject;
  const known = earlier?.pinned?.digest === pinned?.digest ? (earlier?.since ?? null) : null;
  const now = 'now' in answer ? answer.now : null;
  const entry = (state: RadarEntry['state'], since: string | null, why: string | null): RadarEntry => ({
    ...{reference, platform, world, state, asOf: moment.toISOString().slice(0, 10), pinned, now, since},
    ...('newer' in answer && {newer: answer.newer}),
    ...{why, supportEnd},
  });
  if ('unknown' in answer) return entry('unknown', known, answer.unknown);
  if (pinned === null) return entry('unknown', null, 'Nothing is pinned that it could be compared with.');
  const same = isSame(pinned, answer.now, world);
  if (same === undefined) {
    return entry(
      'unknown',
      known,
      'The tag names another image, and what the pinned one had for this platform is not known any more.',
    );
  }
  if (same) return entry('unmoved', null, null);
  const since = known ?? `${moment.toISOString().slice(0, 19)}Z`;
  const stands = moment.getTime() - Date.parse(since) >= STANDS_MS;
  return entry(stands ? 'moved' : 'moving', since, null);
}

/** @returns undefined when it cannot be told */
function isSame(pinned: Seen, now: Seen, world: Subject['world']): boolean | undefined {
  if (pinned.digest === now.digest) return true;
  if (world === 'rebuilt') return false;
  if (pinned.manifest !== undefined && pinned.manifest === now.manifest) return true;
  if (pinned.layers === undefined || now.layers === undefined) return undefined;
  return pinned.layers === now.layers;
}
