/**
 * A program that owns an engine, to be killed: `jiti owner.ts KIND DIRECTORY CONTEXT ARCHIVE`. It runs a container and a
 * build at the same time, neither of which ends. On SIGINT it ends in good order, as the command line does.
 */
import {openPrivateDocker} from '../../private/privateDocker';
import {openPrivatePodman} from '../../private/privatePodman';
import {userDocker} from '../../strategies/userDocker';
import type {Engine} from '../../types';
import {buildRequest, sh} from './requests';

const [kind, directory = '', context = '', archive = ''] = process.argv.slice(2);
const abort = new AbortController();
const options = {directory, cacheDir: directory, signal: abort.signal, onProgress: () => undefined};

async function main(): Promise<void> {
  const engine = await open();
  console.log(`engine ${engine.command.join(' ')}`);
  process.once('SIGINT', () => {
    abort.abort(new Error('interrupted'));
  });
  await engine.load(archive, options);
  const work = [
    engine.run(sh('sleep 86441', options)),
    engine.build(buildRequest(context, 'localhost/cgo-field-guide/test/owned:1', options)),
  ];
  await Promise.allSettled(work);
  await engine.close();
  console.log('closed');
}

function open(): Promise<Engine> {
  return kind === 'docker'
    ? openPrivateDocker(options)
    : kind === 'podman'
      ? openPrivatePodman(options)
      : userDocker.open(options);
}

void main();
