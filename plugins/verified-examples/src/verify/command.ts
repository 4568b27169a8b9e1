import type {PluginOptions} from '../settings';
import {collect} from '../proof/collection';
import {EXIT, exitCodeOf, type ExitCode} from './exitCode';
import {nothingToDo} from './nothingToDo';
import {parseOptions, type RawOptions} from './flags';
import {nameOf, planOffline} from './plan';

interface VerifyRequest {
  siteDir: string;
  plugin: PluginOptions;
  ids: readonly string[];
  raw: RawOptions;
}

/**
 * `docusaurus verify`: proves what is stale, or checks what is proved.
 *
 * @returns The exit code; every expected failure has been printed
 */
export function verifyCommand(request: VerifyRequest): Promise<ExitCode> {
  return exitCodeOf(() => verify(request));
}

async function verify({siteDir, plugin, ids, raw}: VerifyRequest): Promise<ExitCode> {
  const options = parseOptions(ids, raw);
  const collection = collect(siteDir, plugin);
  const offline = planOffline(collection, options);
  if (options.list && offline.length > 0) {
    for (const {reason, ...job} of offline) process.stdout.write(`${nameOf(job)}: ${reason}\n`);
    return EXIT.proved;
  }
  if (options.list || (offline.length === 0 && !options.updatePins && options.bases === 'auto')) {
    return nothingToDo(collection, options);
  }
  // Loaded only when something is to be done: the common answer is that nothing is.
  const {proveAndReport} = await import('./proveAndReport');
  return proveAndReport({siteDir, plugin, options, collection});
}
