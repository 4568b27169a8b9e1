import {fingerprint, readFiles, sha256} from '../../example/collect/files';
import {canonicalJson} from '../../proof/keys/canonical';
import {withDefaults} from '../../settings';
import type {Options} from '../../settings';
import {explainParseErrors} from './parseErrors';
import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Root} from 'mdast';
import type {Pluggable, Processor} from 'unified';
import type {VFile} from 'vfile';

/**
 * The remark plugin as `docs.remarkPlugins` and `pages.remarkPlugins` take it.
 *
 * Docusaurus makes the options of remark plugins part of what its persistent cache of pages depends on. A digest
 * of all examples and receipts is such an option, so that no page compiled before a change is served after it; so is
 * the day, since a fence has a last one and a proof expires with one.
 */
export function verifiedEmbeds(siteDir: string, given: Options, now = new Date()): Pluggable {
  const options = withDefaults(given);
  const folder = path.join(siteDir, options.path);
  // Without it nothing is valid, which the plugin says.
  const files = existsSync(folder) ? readFiles(folder, options.path, []) : [];
  const digest = sha256(canonicalJson(fingerprint(files)));
  const plugin = function (this: Processor) {
    explainParseErrors(this, siteDir);
    // Loaded with the first page: configuring is done by every command, highlighting by few.
    let loaded: Promise<(tree: Root, file: VFile) => Promise<void>> | undefined;
    const load = () =>
      Promise.all([import('./remark'), import('../context')]).then(
        ([{createRemarkEmbeds}, {createContext}]) =>
          createRemarkEmbeds({siteDir, load: createContext(siteDir, options)}),
      );
    return async (tree: Root, file: VFile) => (await (loaded ??= load()))(tree, file);
  };
  return [plugin, {digest, day: now.toISOString().slice(0, 10)}];
}
