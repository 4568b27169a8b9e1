import type {Collection} from '../proof/collection';
import type {VerifyOptions} from './flags';

/** Whether a run is about an example: one that is named, or any when none is. */
export function concerns({ids}: Pick<VerifyOptions, 'ids'>, id: string): boolean {
  return ids.length === 0 || ids.includes(id);
}

/** A run of some examples answers for the twins of those alone; a part of several for none: the rest is proved elsewhere. */
export function twinsOf(
  {twins}: Pick<Collection, 'twins'>,
  {ids, shard}: Pick<VerifyOptions, 'ids' | 'shard'>,
): string[] {
  if (shard.of > 1) return [];
  return twins
    .filter(({example}) => concerns({ids}, example))
    .map(({example, symptom, reason}) => `twin ${symptom} of ${example}: ${reason}`);
}
