import type {BaseRowView} from '../../model/baseViews';
import type {UpstreamView} from '../../model/upstreamView';
import {formatDay} from './moments';

/**
 * @returns For example "On 29 Nov 2026: 2 packages are newer, since 22 Nov 2026.", "On 29 Nov 2026: not known. The registry cannot
 * be reached."
 */
export function formatUpstream(view: UpstreamView): string {
  if (view === null) return 'Not known: nobody was asked since it was pinned or rebuilt.';
  return `On ${formatDay(view.asOf)}: ${words(view)}`;
}

function words({world, state, since, why, newer}: NonNullable<UpstreamView>): string {
  const found =
    world === 'registry'
      ? 'the tag names another image'
      : `${newer} package${newer === 1 ? ' is' : 's are'} newer`;
  switch (state) {
    case 'unknown':
      return `not known. ${why ?? ''}`;
    case 'unmoved':
      return world === 'registry' ? 'the tag names the same image.' : 'no package is newer.';
    case 'moving':
      return `${found}, seen for less than a day.`;
    case 'moved':
      return `${found}, since ${formatDay(since ?? '')}.`;
  }
}

/**
 * What upstream has of the bases that share a row: each sentence once, with the tags it is about where they differ.
 */
export function upstreamTexts(upstream: BaseRowView['upstream']): string[] {
  const tags = new Map<string, string[]>();
  for (const {ref, views} of upstream)
    for (const view of views) {
      const text = formatUpstream(view);
      tags.set(text, [...(tags.get(text) ?? []), ref.split(':').at(-1) ?? ref]);
    }
  return [...tags].map(([text, of]) => (of.length === upstream.length ? text : `${of.join(', ')}: ${text}`));
}
