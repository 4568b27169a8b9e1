import {symptomProse} from '../../example/prose/check';
import {collect} from '../../proof/collection';
import type {PluginOptions} from '../../settings';
import {GUIDES, readPages} from '../mdx/pages';
import {statesFigureInText} from './backing';
import {unprovedInComponents} from './components';
import {unprovedIn} from './page';
import {unprovedInProse} from './prose';
import {unprovedTitles} from './titles';

/**
 * @param siteDir - Absolute
 * @returns `file:line: sentence` for every sentence of the guides, and `file: place: sentence` for every one of the
 *   symptoms' texts, of titles, summaries, descriptions and components, that needs a proof and has none
 */
export async function audit(siteDir: string, plugin: PluginOptions): Promise<string[]> {
  const pages = await readPages(siteDir, [GUIDES]);
  const collection = collect(siteDir, plugin);
  return [
    ...pages.flatMap(({file, text}) => {
      const [, description = ''] = /^description: (.*)$/m.exec(text) ?? [];
      return statesFigureInText(description) ? [`${file}: description: ${description}`] : [];
    }),
    ...pages.flatMap((page) =>
      unprovedIn(page).map(({line, sentence}) => `${page.file}:${line}: ${sentence}`),
    ),
    // What is not reproduced needs none: each has its source.
    ...symptomProse(collection.examples).flatMap(({file, place, text}) =>
      unprovedInProse(text).map((sentence) => `${file}: ${place}: ${sentence}`),
    ),
    ...unprovedTitles(collection),
    ...unprovedInComponents(siteDir),
  ];
}

/** `docusaurus examples:audit`. @returns Exit code: 1 when there is such a sentence */
export async function auditCommand(siteDir: string, plugin: PluginOptions): Promise<number> {
  const found = await audit(siteDir, plugin);
  process.stdout.write(
    found.length === 0
      ? 'Every sentence that needs a proof has one, a link to one or to a source, or a reason.\n'
      : `${found.join('\n')}\n\n${found.length} sentences. Measure the value, link to the proof or the source, or say why not: {/* unproved: reason */} in a guide, <!-- unproved: reason --> in a manifest.\n`,
  );
  return found.length === 0 ? 0 : 1;
}
