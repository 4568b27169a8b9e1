import type {Collection} from '../collection';

/**
 * What an author sees at work: an example that went stale keeps the values and outputs of its last proof, under its
 * true state, so that pages still compile and say what is stale. Anywhere but in the development server nothing is
 * added, and the gate has refused such an example before.
 */
export function forAuthors(collection: Collection, mode = process.env.NODE_ENV): Collection {
  if (mode !== 'development') return collection;
  const standings = collection.standings.map((standing) => ({
    ...standing,
    proof: standing.proof ?? standing.outdated,
  }));
  return {...collection, standings};
}
