import {nameOfEntry, type RadarEntry} from '../../../../base-images/src/radar/model';

const STATES: readonly RadarEntry['state'][] = ['unmoved', 'moving', 'moved', 'unknown'];

/** What a radar found: a line for each base that moves, one for each reason of not knowing, and how many there are. Pure. */
export function sayRadar(entries: readonly RadarEntry[]): string {
  const moves = entries.flatMap((entry) => {
    if (entry.state !== 'moving' && entry.state !== 'moved') return [];
    const newer = (entry.newer ?? []).map(({package: name, was, is}) => `  ${name} ${was}, now ${is}`);
    return [`${nameOfEntry(entry)}: ${entry.state}, since ${entry.since ?? ''}`, ...newer];
  });
  const reasons = new Map<string, number>();
  for (const {why, reference} of entries) {
    const reason = why?.replaceAll(reference, '…');
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const unknown = [...reasons].map(
    ([reason, count]) => `unknown, ${count} base${count === 1 ? '' : 's'}: ${reason}`,
  );
  const counts = STATES.map((state) => `${entries.filter((one) => one.state === state).length} ${state}`);
  return [...moves, ...unknown, counts.join(', ')].join('\n');
}
