import {nameOfEntry, type RadarEntry} from '../../../../base-images/src/radar/model';

const STATES: readonly RadarEntry['state'][] = ['unmoved', 'moving', 'moved', 'unknown'];

/** What a radar found: a line for each base that moves, one for each reason of not knowing, and how many there are. Pure. */
export function sayRadar(entries: readonly RadarEntry[]): string {
  const moves = entries
    .filter(({state}) => state === 'moving' || state === 'moved')
    .map((entry) => `${nameOfEntry(entry)}: ${entry.state}, since ${entry.since ?? ''}${newerOf(entry)}`);
  const reasons = new Map<string, number>();
  for (const {why} of entries) if (why !== null) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const unknown = [...reasons].map(
    ([why, count]) => `unknown, ${count} base${count === 1 ? '' : 's'}: ${why}`,
  );
  const counts = STATES.map((state) => `${entries.filter((one) => one.state === state).length} ${state}`);
  return [...moves, ...unknown, counts.join(', ')].join('\n');
}

function newerOf({newer = []}: RadarEntry): string {
  const words = newer.map(({package: name, was, is}) => `\n  ${name} ${was}, now ${is}`);
  return words.join('');
}
