#!/usr/bin/env node
// @ts-check
import commander from 'commander';
import createJiti from 'jiti';
import {ROOT} from './lib/dependencies.mjs';

// `docusaurus verify` and the plugin's other commands, without Docusaurus: loading its modules takes longer than seeing
// that nothing is stale.
const load = createJiti(ROOT, {cache: true, interopDefault: true});
/** @type {typeof import('../plugins/verified-examples/src/verify/cli')} */
const {registerCommands} = load('./plugins/verified-examples/src/verify/cli');
/** @type {typeof import('./lib/pluginOptions')} */
const {pluginOptions} = load('./scripts/lib/pluginOptions');

registerCommands(commander, ROOT, pluginOptions());
await commander.parseAsync(process.argv);
