import type {BaseRowView} from '../../model/baseViews';
import {formatUser} from './facts';
import {formatDayOrMonth} from './moments';

/** More names than these say nothing to a reader. */
const FEW = 4;

/** @returns For example "root (latest), uid 65532 (nonroot)"; only "root" where all run as the same */
export function formatRunsAs(runsAs: BaseRowView['runsAs']): string {
  const users = new Map<string, string[]>();
  for (const {ref, ...user} of runsAs) {
    const words = formatUser(user) ?? 'root';
    users.set(words, [...(users.get(words) ?? []), ref.split(':').at(-1) ?? ref]);
  }
  if (users.size === 1) return [...users.keys()].join('');
  return [...users].map(([user, tags]) => `${user} (${tags.join(', ')})`).join(', ');
}

/** @returns For example "until 9 Aug 2028", "over since 11 Jul 2026, long-term until 30 Jun 2028", "supported" */
export function formatSupport({until, longTerm, over}: BaseRowView['support'][number]): string {
  if (until === null) return 'supported';
  const when = (time: string) => (/^\d{4}-\d{2}/.test(time) ? formatDayOrMonth(time) : time);
  if (!over) return `until ${when(until)}`;
  return `over since ${when(until)}${longTerm === null ? '' : `, long-term until ${when(longTerm)}`}`;
}

/** @returns For example "root 0, nobody 65534, nonroot 65532", or how many there are */
export function formatPasswd(users: BaseRowView['users']): string {
  const entries = Object.entries(users);
  if (entries.length === 0) return 'none';
  if (entries.length > FEW) return `${entries.length} users`;
  return entries.map(([name, uid]) => `${name} ${uid}`).join(', ');
}
