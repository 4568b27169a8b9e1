import type {Root} from 'mdast';
import type {Plugin, Processor} from 'unified';
import type {VFile} from 'vfile';
import {withDefaults, type Options} from '../../settings';
import {explainParseErrors} from './parseErrors';

/**
 * The remark plugin as `docs.remarkPlugins` and `pages.remarkPlugins` take it. It has no options: browsers load them with
 * the rest of the configuration. That no page is served which was compiled before a change is for the version of the
 * bundler's cache to see to.
 */
export function verifiedEmbeds(siteDir: string, given: Options): Plugin<[], Root> {
  const options = withDefaults(given);
  return function (this: Processor) {
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
}
