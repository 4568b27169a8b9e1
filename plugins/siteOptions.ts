import type {Options} from './verified-examples/src/settings';

/** What this site tells the plugin: for Docusaurus's configuration, and for commands that start without it. */
export const verifiedExamples: Options = {path: 'examples', routeBasePath: 'examples'};
