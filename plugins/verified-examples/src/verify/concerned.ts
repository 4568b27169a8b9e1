import type {Collection} from '../proof/collection';
import type {VerifyOptions} from './flags';

/** Whether a run is about an example: one that is named, or any when none is. */
export function concerns({ids}: Pick<VerifyOptions, 'ids'>, id: string): boolean {
  return ids.length === 0 || ids.includes(id);
}

/** A run of some examples answers for the twins of those alone: the fix of another may be proved elsewhere. */
export function twinsOf({twins}: Collection, {ids, shard}: VerifyOptions): string[] {
  return twins
    .filter(({example}) => (ids.length === 0 && shard.of === 1) || ids.includes(example))
    .map(({example, symptom, reason}) => `twin ${symptom} of ${example}: ${reason}`);
}
