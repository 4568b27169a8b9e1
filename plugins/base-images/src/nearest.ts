import {catalogue, plainName} from './catalogue';

/** The valid names closest to a name that is not, best first; for error texts. */
export function nearestBases(ref: string, count = 3): string[] {
  const name = plainName(ref);
  const names = catalogue.flatMap((entry) => [entry.ref, ...entry.aliases]);
  return names
    .map((candidate) => ({candidate, far: distance(name, candidate)}))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({candidate}) => candidate);
}

/** Edit distance (Levenshtein): insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [row, letter] of a.split('').entries()) {
    const current = [row + 1];
    for (const [column, other] of b.split('').entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
