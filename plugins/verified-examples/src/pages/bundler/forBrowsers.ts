import path from 'node:path';
import type {ConfigureWebpackUtils} from '@docusaurus/types';
import {HAS_VIEWS} from '../model/keptEmbeds';

interface Bundle {
  /** For the process that renders pages, not for browsers. */
  isServer: boolean;
  mode: string | undefined;
  generatedFilesDir: string;
  bundler: ConfigureWebpackUtils['currentBundler'];
}

/**
 * Leaves what is shipped as HTML out of what browsers load (theme/Kept): views of embeds in guides, and what stands under
 * `kept` in the props of routes. In development nothing is rendered ahead, so the browser gets all of it.
 */
export function forBrowsers({isServer, mode, generatedFilesDir, bundler}: Bundle) {
  const hasViews = isServer || mode !== 'production';
  const dropKept = {
    resource: (file: string) =>
      file.startsWith(path.join(generatedFilesDir, 'verified-examples')) && file.endsWith('.json'),
    use: [{loader: path.join(__dirname, 'dropKept.cjs')}],
  };
  return {
    plugins: [new bundler.instance.DefinePlugin({[HAS_VIEWS]: JSON.stringify(hasViews)})],
    rules: hasViews ? [] : [dropKept],
  };
}
