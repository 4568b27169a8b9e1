import {findBase} from '../../../../base-images/src/catalogue';
import type {Radar, RadarEntry} from '../../../../base-images/src/radar/model';
import {entryOf} from '../../../../base-images/src/radar/radarFile';
import type {BaseUse, World} from '../../proof/model/receipt';
import type {UpstreamView} from '../model/upstreamView';

/** What the radar says of a base that a proof rests on: of exactly its content, else nothing. Pure. */
export function upstreamOfUse(
  {ref, content, provenance, platform}: Pick<BaseUse, 'ref' | 'content' | 'provenance' | 'platform'>,
  proved: string,
  radar: Radar,
): UpstreamView {
  const entry = find(ref, platform ?? proved, provenance, radar);
  return entry?.pinned?.digest === content ? viewOf(entry) : null;
}

/** What the radar says of a base of the catalogue, as it is rebuilt and as registries have it. Pure. */
export function upstreamOfBase(ref: string, platform: string, radar: Radar): UpstreamView[] {
  const entries = [find(ref, platform, 'rebuilt', radar), find(ref, platform, 'registry', radar)];
  const views = entries.flatMap((entry) => (entry === undefined ? [] : [viewOf(entry)]));
  return views.length === 0 ? [null] : views;
}

/** A rebuilt base has one entry under whatever name; a registry may give each name another image. */
function find(ref: string, platform: string, world: World, radar: Radar): RadarEntry | undefined {
  const reference = world === 'rebuilt' ? (findBase(ref)?.ref ?? ref) : ref;
  return entryOf(radar, {reference, platform, world});
}

function viewOf({world, state, asOf, since, why, newer = []}: RadarEntry): NonNullable<UpstreamView> {
  return {world, state, asOf, since, why, newer: newer.length};
}
