import path from 'node:path';
import type {ConfigureWebpackUtils} from '@docusaurus/types';
import {HAS_VIEWS} from '../model/hasViews';

/** Docusaurus's script and what it needs of packages in one file: each page loads it. Others are the bundler's own values. */
const VENDORS = {
  test: /[\\/]node_modules[\\/]/,
  priority: -10,
  reuseExistingChunk: true,
  chunks: ({name}: {name?: string | null}) => name !== 'app' && name !== 'main',
};

/** Plugins whose routes have parts that do not move. */
const WITH_KEPT = ['verified-examples', 'permalinks'];

interface Bundle {
  /** For the process that renders pages, not for browsers. */
  isServer: boolean;
  mode: string | undefined;
  generatedFilesDir: string;
  bundler: ConfigureWebpackUtils['currentBundler'];
}

/**
 * Leaves out of what browsers load: what is shipped as HTML (theme/Kept), which is the text of guides and what stands
 * under `kept` in the props of routes; and React, half of all their JavaScript, for which Preact stands in
 * (https://preactjs.com). Docusaurus's own script comes after the first paint (entry.ts). In development nothing is rendered
 * ahead, so the browser gets it all.
 */
export function forBrowsers({isServer, mode, generatedFilesDir, bundler}: Bundle) {
  const shipped = !isServer && mode === 'production';
  const dropKept = {
    resource: (file: string) =>
      WITH_KEPT.some((plugin) => file.startsWith(path.join(generatedFilesDir, plugin, path.sep))) &&
      file.endsWith('.json'),
    use: [{loader: path.join(__dirname, 'dropKept.cjs')}],
  };
  const preact = path.dirname(require.resolve('preact/compat/package.json'));
  const {DefinePlugin, NormalModuleReplacementPlugin} = bundler.instance;
  return {
    entry: shipped ? {entry: path.join(__dirname, 'entry.ts')} : {},
    splitChunks: shipped ? {splitChunks: {cacheGroups: {defaultVendors: VENDORS}}} : {},
    alias: shipped
      ? {
          '@docusaurus/utils-common$': path.join(__dirname, 'utilsCommon.ts'),
          'path-to-regexp$': path.join(__dirname, 'literalPaths.ts'),
          react: preact,
          'react-dom': preact,
        }
      : {},
    plugins: [
      new DefinePlugin({[HAS_VIEWS]: JSON.stringify(!shipped)}),
      // No alias: that of Docusaurus for react-dom comes first.
      ...(shipped
        ? [new NormalModuleReplacementPlugin(/^react-dom\/client$/, path.join(__dirname, 'hydrateLater.ts'))]
        : []),
    ],
    rules: shipped ? [dropKept] : [],
  };
}
