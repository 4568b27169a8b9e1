import path from 'node:path';
import type {LoadContext, Plugin, RouteConfig} from '@docusaurus/types';
import logger from '@docusaurus/logger';
import {cacheVersion} from './pages/bundler/cacheVersion';
import {forBrowsers} from './pages/bundler/forBrowsers';
import {inputsDigest} from './pages/bundler/inputsDigest';
import {sameNames} from './pages/bundler/sameNames';
import type {PluginOptions} from './settings';
import {Addresses} from './pages/publish/addresses';
import type {Collection} from './proof/collection';
import {registerCommands} from './cli';

export {validateOptions} from './options';

/**
 * Examples → receipts → pages. Only the lifecycle is here; each step has a folder of its own, loaded when its
 * turn comes: every Docusaurus command constructs its plugins.
 */
export default function verifiedExamples(
  {siteDir, baseUrl, siteConfig, generatedFilesDir}: LoadContext,
  options: PluginOptions,
): Plugin<Collection> {
  const addresses = new Addresses(options.routeBasePath);
  const examplesDir = path.join(siteDir, options.path);
  let inputs: string | undefined;
  return {
    name: 'verified-examples',

    extendCli(cli) {
      registerCommands(cli, siteDir, options);
    },

    async loadContent() {
      const [{runGate}, {writeStaticFiles}] = await Promise.all([
        import('./runGate'),
        import('./pages/publish/staticFiles'),
      ]);
      const collection = runGate(siteDir, options);
      writeStaticFiles(siteDir, collection.examples, addresses);
      return collection;
    },

    async contentLoaded({content: collection, actions}) {
      const [
        {catalogueView, pageView},
        {measuredInProse},
        {readWordsContext},
        {symptomRoutes},
        {siteCounts},
        {countClaims},
        {readRadar},
      ] = await Promise.all([
        import('./pages/views/page'),
        import('./pages/views/prose'),
        import('./pages/views/words'),
        import('./pages/publish/symptomRoutes'),
        import('./pages/counts/counts'),
        import('./pages/counts/claims'),
        import('../../base-images/src/radar/radarFile'),
      ]);
      const words = readWordsContext(siteDir, options);
      const context = {collection, addresses, words, radar: readRadar(siteDir)};
      // Links get the site's base URL from Docusaurus; routes have it from the start.
      const addRoute = (route: RouteConfig) => {
        actions.addRoute({...route, path: `${baseUrl}${route.path.slice(1)}`});
      };
      actions.setGlobalData(siteCounts(collection, await countClaims(siteDir, collection)));
      // All values that can't be read are told together, before a page stumbles over the first.
      measuredInProse(context);
      for (const route of await symptomRoutes(context)) addRoute(route);
      addRoute({
        path: addresses.catalogue,
        component: '@theme/CataloguePage',
        exact: true,
        props: {kept: catalogueView(context)},
      });
      for (const example of collection.examples) {
        const {title, summary: description} = example.manifest;
        addRoute({
          path: addresses.page(example.id),
          component: '@theme/ExamplePage',
          exact: true,
          props: {title, description, kept: await pageView(example, context)},
        });
      }
    },

    getPathsToWatch() {
      return [
        `${options.path}/**/*`,
        'plugins/base-images/facts/*.json',
        'plugins/base-images/pins.json',
        'plugins/engine-words/receipts/*.json',
      ];
    },

    getThemePath() {
      return './pages/theme';
    },

    getTypeScriptThemePath() {
      return './pages/theme';
    },

    getClientModules() {
      return ['./pages/client/index.ts'];
    },

    configureWebpack(config, isServer, {currentBundler: bundler}) {
      const {alias, entry, plugins, rules, splitChunks} = forBrowsers({
        isServer,
        mode: config.mode,
        generatedFilesDir,
        bundler,
      });
      // The same for the bundle of browsers and for that which renders.
      inputs ??= inputsDigest(siteDir, options.path);
      return {
        ...cacheVersion(config, {baseUrl, inputs}),
        ...entry,
        optimization: {...sameNames(config), ...splitChunks},
        mergeStrategy: {entry: 'replace', 'optimization.minimizer': 'replace'},
        resolve: {
          alias: {...alias, 'prism-react-renderer$': path.join(__dirname, 'pages/bundler/prismStub.ts')},
        },
        plugins,
        module: {
          rules: [
            ...rules,
            {
              // Not `test`: Docusaurus's fallback MDX loader takes rules with such a test for content plugins.
              resource: /\.mdx$/,
              enforce: 'pre',
              use: [
                {
                  loader: path.join(__dirname, 'pages/bundler/mdxDependencies.cjs'),
                  options: {
                    examplesDir,
                    factsDir: path.join(siteDir, 'plugins/base-images/facts'),
                    wordsDir: path.join(siteDir, 'plugins/engine-words/receipts'),
                  },
                },
              ],
            },
          ],
        },
      };
    },

    // Or postcss-loader looks for a configuration, in every folder up from every CSS module; there is none.
    configurePostCss: (options) => ({...options, config: false}),

    async postBuild({outDir, content}) {
      const [
        {refuseBuilt},
        {checkBuild},
        {formatCount},
        {provedTexts},
        {readWordsContext},
        {readPages, WRITTEN},
        {evictCaches},
      ] = await Promise.all([
        import('./runGate'),
        import('./pages/check/checkBuild'),
        import('./pages/check/checkPage'),
        import('./pages/check/provedTexts'),
        import('./pages/views/words'),
        import('./pages/mdx/pages'),
        import('./pages/bundler/evictCaches'),
      ]);
      evictCaches(siteDir);
      refuseBuilt(siteDir, content);
      const proved = provedTexts(
        {collection: content, addresses, words: readWordsContext(siteDir, options)},
        await readPages(siteDir, WRITTEN),
        `${siteConfig.url}${baseUrl}`,
      );
      logger.success(formatCount(checkBuild(outDir, proved)));
    },
  };
}
