import logger from '@docusaurus/logger';
import {readBaseFacts} from './proof/bases/facts';
import {reportProse} from './example/prose/check';
import {collect, type Collection} from './proof/collection';
import type {PluginOptions} from './settings';
import {forAuthors} from './proof/gate/forAuthors';
import {readWords} from '../../engine-words/src';
import {factsRefusal, judge, optionsRefusal, wordsRefusal} from './proof/gate/gate';
import {brokenOptions} from './example/collect/options';

/**
 * Checks the prose of pages, recomputes every key and digest of a recipe, and lets the site be built, or not. In
 * development a refusal is a warning, so that an author sees the stale state on the page while working on it.
 *
 * @throws Error listing every offender, in a build
 */
export function runGate(siteDir: string, options: PluginOptions): Collection {
  const collection = collect(siteDir, options, {check: reportProse});
  const refusal = refusalOf(siteDir, collection);
  if (refusal !== undefined) {
    if (process.env.NODE_ENV === 'production') throw new Error(refusal);
    logger.warn(refusal);
  }
  const verdict = judge(collection.standings, collection.twins);
  if (verdict.expired !== undefined) logger.report(options.onExpired)(verdict.expired);
  if (verdict.moved !== undefined) logger.report(options.onUpstreamMoved)(verdict.moved);
  return forAuthors(collection);
}

/**
 * Judges what was built, whatever the mode: `docusaurus build --dev` is a build too, and nothing but a build comes here.
 *
 * @throws Error listing every offender
 */
export function refuseBuilt(siteDir: string, built: Collection): void {
  const refusal = refusalOf(siteDir, built);
  if (refusal !== undefined) throw new Error(refusal);
}

function refusalOf(siteDir: string, {examples, standings, twins}: Collection): string | undefined {
  const refusals = [
    judge(standings, twins).refusal,
    optionsRefusal(brokenOptions(examples)),
    factsRefusal(readBaseFacts(siteDir).problems),
    wordsRefusal(readWords(siteDir).problems),
  ].filter((text) => text !== undefined);
  return refusals.length === 0 ? undefined : refusals.join('\n');
}
