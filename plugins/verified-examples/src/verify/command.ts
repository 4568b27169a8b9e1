import pc from 'picocolors';
import {CannotRebuildError} from '../../../base-images/src/types';
import {EngineError, NoEngineError, RegistryError} from '../engine/types';
import type {PluginOptions} from '../settings';
import {ProblemsError} from '../problems';
import {collect} from '../proof/collection';
import {EXIT, type ExitCode} from './exitCode';
import {messageOf} from '../messageOf';
import {nothingToDo} from './nothingToDo';
import {parseOptions, UsageError, type RawOptions} from './flags';
import {nameOf, planOffline} from './plan';

export interface VerifyRequest {
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
export async function verifyCommand(request: VerifyRequest): Promise<ExitCode> {
  try {
    return await verify(request);
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    process.stderr.write(`${pc.red(messageOf(error))}\n`);
    return code;
  }
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

/** @returns undefined for an error that nobody expects */
export function exitCodeOf(error: unknown): ExitCode | undefined {
  if (error instanceof UsageError || error instanceof ProblemsError) return EXIT.usage;
  if (error instanceof NoEngineError || error instanceof CannotRebuildError || error instanceof RegistryError)
    return EXIT.unavailable;
  return error instanceof EngineError ? EXIT.failed : undefined;
}
