import leven from 'leven';
import {catalogue, plainName} from './catalogue';

/** The valid names closest to a name that is not, best first; for error texts. */
export function nearestBases(ref: string, count = 3): string[] {
  const name = plainName(ref);
  const names = catalogue.flatMap((entry) => [entry.ref, ...entry.aliases]);
  return names
    .map((candidate) => ({candidate, far: leven(name, candidate)}))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({candidate}) => candidate);
}
