import logger from '@docusaurus/logger';
import {collect, type Collection} from '../site';
import type {PluginOptions} from '../options';
import {judge} from './gate';

/**
 * Recomputes every key and lets the site be built, or not. In development a refusal is a warning, so that an
 * author sees the stale state on the page while working on it.
 *
 * @throws Error listing every offender, in a build
 */
export function runGate(siteDir: string, options: PluginOptions): Collection {
  const collection = collect(siteDir, options);
  const verdict = judge(collection.standings, collection.twins);
  if (verdict.refusal !== undefined) {
    if (process.env.NODE_ENV === 'production') throw new Error(verdict.refusal);
    logger.warn(verdict.refusal);
  }
  if (verdict.expired !== undefined) logger.report(options.onExpired)(verdict.expired);
  if (verdict.moved !== undefined) logger.report(options.onUpstreamMoved)(verdict.moved);
  return collection;
}
