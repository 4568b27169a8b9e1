import {GUIDE, type CopyOfSite} from '../../plugins/verified-examples/src/__tests__/copyOfSite';
import {timed} from './timed';

/** @returns Ids as the verifier takes them, none for all: two small examples when nothing is named */
export function namedExamples(words: readonly string[]): readonly string[] {
  if (words.length === 0) return ['pure-go-static', 'glibc-on-alpine'];
  return words.includes('all') ? [] : words;
}

/**
 * Runs `verify --force` in a copy of the site.
 *
 * @returns Seconds by the clock
 */
export function forceVerify(
  site: CopyOfSite,
  {examples, jobs}: {examples: readonly string[]; jobs: string},
  env: NodeJS.ProcessEnv = {},
): number {
  const command = [process.execPath, GUIDE, 'verify', ...examples, '--force'];
  return timed([...command, '--engine', 'docker', '--bases', 'rebuilt', '--jobs', jobs], {
    cwd: site.folder,
    env: {...process.env, ...env},
  }).wall;
}
