import {setTimeout as delay} from 'node:timers/promises';
import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {cleanUpAfter} from '../engine/cleanUpAfter';
import {detectEngine} from '../engine/detect';
import {privateDockerDaemon} from '../engine/strategies/privateDockerDaemon';
import {EXIT, exitCodeOf, type ExitCode} from './exitCode';
import {shellWord} from './repeat';
import {withCleanup} from './cleanup';

/** The longest that a timer of Node can be. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * `docusaurus engine`: starts the project's own engine on the images that runs of `verify` left in it, and keeps it until
 * Ctrl-C. Nothing is swept, so that what a failed run kept is there.
 *
 * @returns The exit code; why it can't be started has been printed
 */
export function engineCommand(): Promise<ExitCode> {
  return exitCodeOf(async () => {
    await withCleanup(({signal}) => keepOpen(signal));
    return EXIT.proved;
  });
}

async function keepOpen(signal: AbortSignal): Promise<void> {
  const onProgress = (line: string) => process.stderr.write(`${line}\n`);
  const engine = await detectEngine([privateDockerDaemon], 'docker', {
    cacheDir: cacheFolder(),
    signal,
    onProgress,
  });
  const wait = async (): Promise<void> => {
    const {prefix, reopen} = engine.byHand;
    for (const [name, value] of Object.entries(reopen?.env ?? {})) {
      process.stdout.write(`export ${name}=${shellWord(value)}\n`);
    }
    process.stderr.write(
      [
        `Docker Engine ${engine.version} runs until Ctrl-C; verify waits for it. Its client:`,
        `  ${prefix.map(shellWord).join(' ')}`,
        '',
      ].join('\n'),
    );
    await delay(FOREVER_MS, undefined, {signal}).catch(() => undefined);
  };
  await cleanUpAfter(wait, () => engine.close(), onProgress);
}
