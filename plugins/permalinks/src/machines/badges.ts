import type {Standing} from '../../../verified-examples/src/proof/gate/state';
import {worstState} from '../../../verified-examples/src/pages/views/context';
import type {Made} from '../made';
import {badgeEndpoint, badgeSvg, type Badge} from './badge';

/** What of an example and its standings is read here. */
export type Judged = Pick<Standing, 'state' | 'reasons'> & {
  example: {id: string; manifest: {title: string}};
  proof: Pick<NonNullable<Standing['proof']>, 'provedAt'> | undefined;
};

/**
 * Two files for each example, `/badge/<id>.svg` and `.json`: as good as the worst of its variants and platforms, of the day
 * of its oldest proof.
 */
export function badgeFiles(standings: readonly Judged[]): Made[] {
  const examples = new Map(standings.map(({example}) => [example.id, example]));
  return [...examples.values()].flatMap(({id, manifest}) => {
    const badge = badgeOf(standings.filter(({example}) => example.id === id));
    return [
      {path: `/badge/${id}.svg`, bytes: badgeSvg(badge, manifest.title)},
      {path: `/badge/${id}.json`, bytes: badgeEndpoint(badge)},
    ];
  });
}

function badgeOf(standings: readonly Judged[]): Badge {
  const days = standings.flatMap(({proof}) => proof?.provedAt.slice(0, 10) ?? []).sort();
  return {
    state: worstState(standings).state,
    // One that is missing has no day: the others' would look like its own.
    provedOn: days.length < standings.length ? null : (days[0] ?? null),
  };
}
