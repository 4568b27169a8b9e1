import type {PluginOptions} from './options';

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  path: 'examples',
  routeBasePath: 'examples',
  expiresAfterDays: 90,
  onExpired: 'warn',
  onUpstreamMoved: 'warn',
};
