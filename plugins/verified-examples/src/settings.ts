/** Docusaurus's severities. */
export type Severity = 'ignore' | 'log' | 'warn' | 'throw';

/** What the site's configuration tells the plugin, complete. */
export interface PluginOptions {
  id: string;
  /** Folder of the examples, relative to the site. */
  path: string;
  /** Route of the catalogue; each example has its page below it. */
  routeBasePath: string;
  /** Days after which a proof is shown as expired. */
  expiresAfterDays: number;
  /** What a build does when a proof has expired. */
  onExpired: Severity;
  /** What a build does when upstream has moved since a proof. */
  onUpstreamMoved: Severity;
}

export type Options = Partial<Omit<PluginOptions, 'id'>>;

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  path: 'examples',
  routeBasePath: 'examples',
  expiresAfterDays: 90,
  onExpired: 'warn',
  onUpstreamMoved: 'warn',
};

/** Fills in defaults, unchecked; Docusaurus checks the options wherever it runs itself. */
export function withDefaults(given: Options): PluginOptions {
  return {id: 'default', ...DEFAULT_OPTIONS, ...given};
}
