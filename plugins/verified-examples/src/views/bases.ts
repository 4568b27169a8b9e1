import type {BaseFacts} from '../bases/facts';
import type {BaseRowView, BasesView} from '../model/views';

/** Facts as rows; bases that differ in nothing but their user share one. Pure. */
export function basesView(facts: readonly BaseFacts[]): BasesView {
  const rows = new Map<string, BaseRowView>();
  for (const one of facts) {
    const row = rowOf(one);
    const {names, runsAs, ...same} = row;
    const alike = JSON.stringify([one.family, same]);
    const existing = rows.get(alike);
    if (existing === undefined) rows.set(alike, row);
    else {
      existing.names.push(...names);
      existing.runsAs.push(...runsAs);
    }
  }
  return {rows: [...rows.values()]};
}

function rowOf({ref, aliases, platform, approximations, image}: BaseFacts): BaseRowView {
  return {
    names: [{ref, aliases}],
    runsAs: [{ref, user: image.user, uid: image.uid}],
    platform,
    approximations,
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
  };
}
