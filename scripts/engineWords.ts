/** `npm run engine-words`: see plugins/engine-words. */
import {dirname} from 'node:path';
import {engineWordsCommand} from '../plugins/engine-words/src/run/command';
import {currentGo} from './lib/goToolchain';
import {ROOT} from './lib/dependencies.mjs';

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    controller.abort(new Error(name));
  });
}

async function main(): Promise<void> {
  const go = await currentGo(controller.signal);
  process.exitCode = await engineWordsCommand({
    siteDir: ROOT,
    goRoot: dirname(dirname(go.command)),
    words: process.argv.slice(2),
    signal: controller.signal,
  });
}

void main();
