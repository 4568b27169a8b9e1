import {ask, call, type Cli} from '../cli/cli';

const LIMITS = {signal: new AbortController().signal, timeoutMs: 60_000};

/**
 * Removes the working containers of builds that were killed. They carry no label, so this is for a store of our own, where no
 * build is running; in a user's store they could be anybody's.
 */
export async function sweepBuilds(cli: Cli): Promise<void> {
  const format = '{{.ID}} {{.Command}} {{.Status}}';
  const listed = await call(cli, ['ps', '--all', '--external', '--no-trunc', '--format', format], LIMITS);
  const ids = listed.split('\n').flatMap((line) => {
    const [id = '', command, status = ''] = line.trim().split(' ');
    return command === 'buildah' && status.toLowerCase() === 'storage' ? [id] : [];
  });
  for (const id of ids) {
    await ask(cli, ['rm', '--force', id], LIMITS);
  }
}
