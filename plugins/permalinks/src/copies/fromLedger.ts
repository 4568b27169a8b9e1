import path from 'node:path';
import type {CopyRevision} from '../../../../src/copies/model';
import {verifiedExamples} from '../../../siteOptions';
import {discoverExamples} from '../../../verified-examples/src/example/collect/discover';
import {withDefaults} from '../../../verified-examples/src/settings';
import {readBlob} from '../ledger/blobs';
import {readLedger, type Ledger} from '../ledger/readLedger';
import {revisionsOf} from './revisions';

/** What copies are held against. */
export interface Published {
  revisions: CopyRevision[];
  /** Day of the last entry, YYYY-MM-DD; null: nothing was published. */
  asOf: string | null;
}

/**
 * The examples that the ledger of a site has.
 *
 * @param siteDir - Absolute
 * @throws ProblemsError when the ledger does not hold
 */
export function revisionsOfLedger(siteDir: string): Published {
  const {examples} = discoverExamples(siteDir, withDefaults(verifiedExamples).path);
  return copyRevisions(readLedger(path.join(siteDir, 'ledger')), examples);
}

/** @param examples - Those that are recipes have it in their manifest */
export function copyRevisions(
  {entries, dir}: Ledger,
  examples: readonly {id: string; manifest: {recipe?: unknown}}[],
): Published {
  const recipes = new Set(examples.flatMap(({id, manifest}) => (manifest.recipe === undefined ? [] : [id])));
  const revisions = revisionsOf(entries, {
    textOf: (sha256) => readBlob(dir, sha256).toString('utf8'),
    isRecipe: (id) => recipes.has(id),
  });
  return {revisions, asOf: entries.at(-1)?.on.slice(0, 'YYYY-MM-DD'.length) ?? null};
}
