import type {Options, PluginOptions} from './options';

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  path: 'examples',
  routeBasePath: 'examples',
  expiresAfterDays: 90,
  onExpired: 'warn',
  onUpstreamMoved: 'warn',
};

/** Options as Docusaurus would give them to the plugin, unchecked. */
export function withDefaults(given: Options): PluginOptions {
  return {id: 'default', ...DEFAULT_OPTIONS, ...given};
}
