import type {Collection} from '../proof/collection';
import type {Example} from '../example/collect/example';
import {keyOf, keyParts} from '../proof/keys/key';
import {changesBetween} from '../proof/gate/changes';
import {PUBLISHABLE} from '../proof/gate/state';
import type {World} from '../proof/model/receipt';
import {suggest} from '../nearest';
import {concerns} from './concerned';
import {UsageError, type VerifyOptions} from './flags';

/** One proof to be made: a variant of an example on a platform, in a world. */
export interface Job {
  example: Example;
  variant: string;
  platform: string;
  world: World;
  /** Why it is to be made, for the list. */
  reason: string;
}

/** @returns `example (variant, platform)` */
export function nameOf({example, variant, platform}: Pick<Job, 'example' | 'variant' | 'platform'>): string {
  return `${example.id} (${variant}, ${platform})`;
}

/** A job before it is known which world its bases come from. */
export type PlannedJob = Omit<Job, 'world'>;

/**
 * Decides what is to be proved, without an engine: what has no publishable proof, or everything under `--force`
 * and `--check`. A proof of either world is enough, unless the command line names the world.
 *
 * @throws UsageError when an id is not that of an example
 */
export function planOffline(collection: Collection, options: VerifyOptions): PlannedJob[] {
  const known = collection.examples.map((example) => example.id);
  const unknown = options.ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new UsageError(
      unknown.map((id) => `There is no example "${id}"; ${suggest(id, known)}`).join('\n'),
    );
  }
  const jobs = collection.standings
    .filter(({example}) => concerns(options, example.id))
    .flatMap(({example, variant, platform, state, reasons, proof}): PlannedJob[] => {
      const job = {example, variant, platform};
      if (!PUBLISHABLE.has(state)) return [{...job, reason: reasons.join(' ')}];
      if (options.check || options.force)
        return isLeftOut(job, options) ? [] : [{...job, reason: options.check ? 'checked' : 'forced'}];
      if (options.bases === 'auto' || proof?.world === options.bases) return [];
      const reason = whyUnproved(collection, {...job, world: options.bases});
      return reason === undefined ? [] : [{...job, reason}];
    });
  const ids = partOf(collection, options);
  return jobs.filter(({example}) => ids.has(example.id));
}

/**
 * The slow examples that a run of everything passes over as long as their proofs hold, and the slow variants of any, which
 * --slow alone asks for. Of several shards, each tells of its part.
 */
export function leftOut(collection: Collection, options: VerifyOptions): string[] {
  if (!options.check && !options.force) return [];
  const ids = partOf(collection, options);
  return collection.examples
    .filter(({id}) => ids.has(id))
    .flatMap((example) => {
      const slow = Object.keys(example.variants).filter((variant) => isLeftOut({example, variant}, options));
      if (example.manifest.slow === true || slow.length === 0) return slow.length === 0 ? [] : [example.id];
      return slow.map((variant) => `${example.id} (${variant})`);
    });
}

function isLeftOut(
  {example, variant}: Pick<Job, 'example' | 'variant'>,
  {slow, ids}: VerifyOptions,
): boolean {
  const {manifest, id} = example;
  if (slow) return false;
  return (manifest.slow === true && !ids.includes(id)) || manifest.variants[variant]?.slow === true;
}

/**
 * Whole examples, so that no two machines write one receipt; the same ones whatever is to be done with them, so that a machine
 * can check what it proved.
 */
function partOf({examples}: Collection, options: VerifyOptions): ReadonlySet<string> {
  const {index, of} = options.shard;
  const ids = examples.map(({id}) => id).filter((id) => concerns(options, id));
  return new Set(ids.filter((_, position) => position % of === index - 1));
}

function whyUnproved({receipts, identity}: Collection, job: Omit<Job, 'reason'>): string | undefined {
  const read = receipts.get(job.example.id);
  const proofs = read?.refused === undefined ? (read?.receipt?.proofs ?? []) : [];
  const proof = proofs.find(
    ({world, variant, platform}) =>
      world === job.world && variant === job.variant && platform === job.platform,
  );
  const result = keyParts(job, identity);
  if (proof === undefined || !('parts' in result)) return `There is no ${job.world} proof.`;
  return proof.key === keyOf(result.parts)
    ? undefined
    : `The ${job.world} proof is stale: ${changesBetween(proof.keyParts, result.parts, job.example).said.join('; ')}.`;
}
