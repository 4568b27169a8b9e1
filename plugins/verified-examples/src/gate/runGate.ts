import logger from '@docusaurus/logger';
import {readBaseFacts} from '../bases/facts';
import {collect, type Collection} from '../site';
import type {PluginOptions} from '../options';
import {forAuthors} from './forAuthors';
import {factsRefusal, judge} from './gate';

/**
 * Recomputes every key and digest of a recipe, and lets the site be built, or not. In development a refusal is a warning, so that an
 * author sees the stale state on the page while working on it.
 *
 * @throws Error listing every offender, in a build
 */
export function runGate(siteDir: string, options: PluginOptions): Collection {
  const collection = collect(siteDir, options);
  const verdict = judge(collection.standings, collection.twins);
  const refusals = [verdict.refusal, factsRefusal(readBaseFacts(siteDir).problems)].filter(
    (text) => text !== undefined,
  );
  if (refusals.length > 0) {
    if (process.env.NODE_ENV === 'production') throw new Error(refusals.join('\n'));
    logger.warn(refusals.join('\n'));
  }
  if (verdict.expired !== undefined) logger.report(options.onExpired)(verdict.expired);
  if (verdict.moved !== undefined) logger.report(options.onUpstreamMoved)(verdict.moved);
  return forAuthors(collection);
}
