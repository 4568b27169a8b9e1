import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {lastLines} from '../../../base-images/src/machine/lastLines';
import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Engine} from '../engines';
import {setupOf} from '../setup';
import type {Session} from './session';

const READY_MS = 60_000;
/**
 * Configures and starts an engine in its root, and loads the images.
 * @throws Error with the end of its log when it does not get ready
 */
export async function startEngine(
  engine: Engine,
  session: Session,
  images: readonly string[],
): Promise<void> {
  const {files, daemon, ready, load} = setupOf(engine);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(session.folder, path)), {recursive: true});
    writeFileSync(join(session.folder, path), text);
  }
  await mustRun(session, 'cp --recursive /words/etc /');
  if (daemon !== null) session.start(daemon);
  const limit = performance.now() + READY_MS;
  while ((await session.run(ready)).exit !== 0 && performance.now() < limit) await delay(200);
  try {
    await mustRun(session, ready);
    for (const name of images) await mustRun(session, load.replace('FILE', `/words/images/${name}.tar`));
  } catch (error) {
    throw new Error(`it is not ready: ${messageOf(error)}\nthe end of its log:\n${logOf(session)}`);
  }
}

/** @throws Error when the command fails, with what it said */
export async function mustRun(session: Session, command: string): Promise<string> {
  const {exit, stdout, stderr} = await session.run(command);
  if (exit !== 0) throw new Error(`${command}: exit code ${exit}\n${stderr}${stdout}`);
  return stdout;
}

function logOf({folder}: Session): string {
  const file = join(folder, 'daemon.log');
  return existsSync(file) ? lastLines(readFileSync(file, 'utf8'), 20) : 'it has none';
}
