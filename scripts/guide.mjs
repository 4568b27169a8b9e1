#!/usr/bin/env node
// @ts-check
import {createRequire} from 'node:module';
import commander from 'commander';
import createJiti from 'jiti';
import {refuseWindows, ROOT} from './lib/dependencies.mjs';

if (['verify', 'reproduce', 'engine', 'bases'].includes(process.argv[2] ?? '')) refuseWindows();

// `docusaurus verify` and the plugin's other commands, without Docusaurus: loading its modules takes longer than seeing
// that nothing is stale.
const require = createRequire(import.meta.url);
const load = createJiti(ROOT, {
  cache: true,
  interopDefault: true,
  // Its default looks for .js first, and nearly all that it loads is .ts.
  extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
  // What jiti takes by default, but loaded only for a file that is not in its cache.
  transform: (options) => require('jiti/dist/babel')(options),
});
/** @type {typeof import('../plugins/verified-examples/src/cli')} */
const {endWithUsage, registerCommands} = load('./plugins/verified-examples/src/cli');
/** @type {typeof import('../plugins/verified-examples/src/settings')} */
const {withDefaults} = load('./plugins/verified-examples/src/settings');
/** @type {typeof import('../plugins/find/src/cli')} */
const {registerFindCommands} = load('./plugins/find/src/cli');
/** @type {typeof import('../plugins/siteOptions')} */
const {verifiedExamples} = load('./plugins/siteOptions');

const options = withDefaults(verifiedExamples);
registerCommands(commander.exitOverride(endWithUsage), ROOT, options);
registerFindCommands(commander, ROOT, options);
await commander.parseAsync(process.argv);
