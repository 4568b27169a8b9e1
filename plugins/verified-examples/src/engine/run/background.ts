import {setTimeout as delay} from 'node:timers/promises';
import type {RunningContainer, RunRequest} from '../types';
import {launch, type LaunchContext} from './launch';

const POLL_MS = 50;

/**
 * Starts a container and gives it back once its program runs. When it ends before that, the result is in `ended`: a start
 * that fails is a result like any other.
 */
export async function startInBackground(
  request: RunRequest,
  context: LaunchContext,
): Promise<RunningContainer> {
  let said = '';
  let heard = (): void => undefined;
  const {command, process, result} = launch(request, context, (chunk) => {
    said += chunk.toString('utf8');
    heard();
  });
  let over = false;
  const ended = result.finally(() => {
    over = true;
    heard();
  });
  // Whoever waits for `ended` still gets the rejection; this only says that nobody has to.
  const settled = ended.catch(() => undefined);
  const isOver = (): boolean => over;
  while (!isOver()) {
    const state = await context.containers.inspect(request.name);
    if (state?.running === true) {
      break;
    }
    await Promise.race([settled, delay(POLL_MS)]);
  }
  return {
    name: request.name,
    command,
    ended,
    async says(text) {
      while (!said.includes(text) && !isOver()) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
      return said.includes(text);
    },
    async stop(graceMs) {
      if (!isOver()) {
        await context.containers.kill(request.name, 'TERM');
        const patience = new AbortController();
        await Promise.race([settled, delay(graceMs, undefined, patience).catch(() => undefined)]);
        patience.abort();
        process.stop('stopped');
      }
      return ended;
    },
    async close() {
      process.stop('stopped');
      await settled;
    },
  };
}
