import {isOver, SUPPORT_AS_OF, supportOf} from '../../../../base-images/src/support';
import {findBase} from '../../../../base-images/src/catalogue';
import type {Radar} from '../../../../base-images/src/radar/model';
import type {BaseFacts} from '../../proof/bases/facts';
import type {BaseRowView, BasesAside, BasesView} from '../model/baseViews';
import {asideOf} from './baseChoice';
import {differencesOf} from './proof';
import {upstreamOfBase} from './upstream';

/** What is put aside, in the order in which it is shown. */
const ASIDE: readonly BasesAside['why'][] = ['debug', 'older'];

/**
 * Facts as rows: first the bases to choose between, then those put aside. Bases that differ in nothing but their user
 * share a row. Pure.
 *
 * @param today - As YYYY-MM-DD: what support is over is judged by it
 * @param radar - What upstream has by now
 */
export function basesView(facts: readonly BaseFacts[], today: string, radar: Radar): BasesView {
  const whyOf = asideOf(facts);
  const sources = new Map(facts.flatMap(({ref}) => supportOf(ref)).map(({source}) => [source.url, source]));
  return {
    sources: [...sources.values()],
    datesOf: SUPPORT_AS_OF,
    rows: rowsOf(
      facts.filter((one) => whyOf(one) === undefined),
      {today, radar},
    ),
    aside: ASIDE.flatMap((why) => {
      const rows = rowsOf(
        facts.filter((one) => whyOf(one) === why),
        {today, radar},
      );
      return rows.length === 0 ? [] : [{why, rows}];
    }),
  };
}

interface Asked {
  today: string;
  radar: Radar;
}

function rowsOf(facts: readonly BaseFacts[], asked: Asked): BaseRowView[] {
  const rows = new Map<string, BaseRowView>();
  for (const one of facts) {
    const row = rowOf(one, asked);
    const {names, runsAs, upstream, ...same} = row;
    const alike = JSON.stringify([one.family, same]);
    const existing = rows.get(alike);
    if (existing === undefined) rows.set(alike, row);
    else {
      existing.names.push(...names);
      existing.runsAs.push(...runsAs);
      existing.upstream.push(...upstream);
    }
  }
  return [...rows.values()];
}

function rowOf(
  {ref, aliases, platform, approximations, image}: BaseFacts,
  {today, radar}: Asked,
): BaseRowView {
  return {
    names: [{ref, aliases, standIn: findBase(ref)?.standIn ?? null}],
    runsAs: [{ref, user: image.user, uid: image.uid}],
    platform,
    support: supportOf(ref).map(({what, until, longTerm}) => ({
      ...{what, until, over: isOver({until}, today)},
      longTerm: isOver({until: longTerm}, today) ? null : longTerm,
    })),
    approximations: [...differencesOf({ref, provenance: 'rebuilt', approximations})],
    libc: image.libc === null ? null : `${image.libc.kind} ${image.libc.version}`,
    loaders: image.loaders,
    caRoots: image.caRoots,
    timeZones: image.timeZones,
    nsswitchHosts: image.nsswitchHosts,
    shell: image.shell,
    users: image.users,
    tmp: image.tmp,
    size: image.size,
    packages: image.packages,
    upstream: [{ref, views: upstreamOfBase(ref, platform, radar)}],
  };
}
