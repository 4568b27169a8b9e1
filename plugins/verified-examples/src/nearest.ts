import leven from 'leven';

/**
 * The known name that a mistyped one most likely meant.
 *
 * @returns The closest of `known` by Levenshtein distance, or undefined when none is near
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = leven(name, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** @returns A hint for an error text: the nearest known name, then all of them */
export function suggest(name: string, known: Iterable<string>): string {
  const all = [...new Set(known)].sort();
  const near = nearest(name, all);
  const hint = near === undefined ? '' : `did you mean "${near}"? `;
  return `${hint}known: ${all.length === 0 ? 'none' : all.join(', ')}`;
}
