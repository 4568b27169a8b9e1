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
 * @param unmeasured - Names of bases of which there are no facts
 * @param today - As YYYY-MM-DD: what support is over is judged by it
 * @param radar - What upstream has by now
 */
export function basesView(
  facts: readonly BaseFacts[],
  {unmeasured, today, radar}: Asked & {unmeasured: readonly string[]},
): BasesView {
  const whyOf = asideOf(facts);
  const shown = [...facts.map(({ref}) => ref), ...unmeasured];
  const sources = new Map(shown.flatMap(supportOf).map(({source}) => [source.url, source]));
  return {
    sources: [...sources.values()],
    datesOf: SUPPORT_AS_OF,
    rows: rowsOf(
      facts.filter((one) => whyOf(one) === undefined),
      {today, radar},
    ),
    unmeasured: unmeasured.map((ref) => ({
      names: [{ref, aliases: [], standIn: null}],
      support: supportIn(ref, today),
    })),
    rebuilt: facts.some(({pulled}) => pulled === undefined),
    pulled: facts.flatMap(({ref, pulled}) => (pulled === undefined ? [] : [{ref, ...pulled}])),
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
  {ref, aliases, platform, approximations, image, pulled}: BaseFacts,
  {today, radar}: Asked,
): BaseRowView {
  return {
    names: [{ref, aliases, standIn: findBase(ref)?.standIn ?? null}],
    runsAs: [{ref, user: image.user, uid: image.uid}],
    platform,
    support: supportIn(ref, today),
    approximations:
      pulled === undefined ? [...differencesOf({ref, provenance: 'rebuilt', approximations})] : [],
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

function supportIn(ref: string, today: string): BaseRowView['support'] {
  return supportOf(ref).map(({what, until, longTerm}) => ({
    ...{what, until, over: isOver({until}, today)},
    longTerm: isOver({until: longTerm}, today) ? null : longTerm,
  }));
}
