import {execa} from 'execa';
import type {Engine} from '../../types';

/** What an engine's command line prints, asked by hand. */
export async function asked(engine: Engine, ...args: string[]): Promise<string> {
  const [file = '', ...prefix] = engine.command;
  const {stdout} = await execa(file, [...prefix, ...args], {env: environmentOf(engine)});
  return stdout;
}

/** Names of all containers with our label. */
export async function ourContainers(engine: Engine): Promise<string[]> {
  const names = await asked(
    engine,
    'ps',
    '--all',
    '--filter',
    'label=guide.cgo.run',
    '--format',
    '{{.Names}}',
  );
  return names.split('\n').filter((name) => name !== '');
}

/** A private podman store is found by its arguments alone; only its settings file is not. */
function environmentOf(engine: Engine): Record<string, string> {
  return engine.name === 'podman' ? {CONTAINERS_CONF: '/dev/null'} : {};
}
