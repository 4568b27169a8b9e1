import config from '../../docusaurus.config';
import {withDefaults} from '../../plugins/verified-examples/src/settings';
import type {Options, PluginOptions} from '../../plugins/verified-examples/src/settings';

/** What the site's configuration gives the plugin. Docusaurus checks it wherever it runs itself. */
export function pluginOptions(): PluginOptions {
  for (const plugin of config.plugins ?? []) {
    if (!Array.isArray(plugin) || typeof plugin[0] !== 'string') continue;
    if (plugin[0].endsWith('verified-examples')) return withDefaults(plugin[1] as Options);
  }
  throw new Error('docusaurus.config.ts has no plugin verified-examples');
}
