import {existsSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {describe, expect, it} from 'vitest';
import {folderWith} from '../../__tests__/fixtures';
import {EXIT} from '../exitCode';

const CLEANUP = path.join(import.meta.dirname, '../cleanup');

/** A process that does its work with `withCleanup`, once that has begun. */
async function begun(work: string) {
  const script = `
    const {withCleanup} = require(${JSON.stringify(CLEANUP)});
    const forever = () => new Promise(() => setInterval(() => {}, 1000));
    const work = ${work};
    withCleanup((scope) => {
      console.log(scope.folder);
      return work(scope);
    }).then(({interrupted}) => process.exit(interrupted ? ${EXIT.interrupted} : 0));`;
  const child = execa(process.execPath, ['-r', 'jiti/register', '-e', script], {
    env: {TMPDIR: folderWith({})},
    reject: false,
  });
  const folder = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString().trim());
    });
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {child, folder, said: () => said};
}

describe.skipIf(process.platform === 'win32')('an interrupted run', () => {
  it('ends by itself after one signal, and its folder is gone', async () => {
    const {child, folder} = await begun(
      `({signal}) => Promise.race([forever(), new Promise((_, no) => signal.addEventListener('abort', no))])`,
    );
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGINT');
    expect(await child).toMatchObject({exitCode: EXIT.interrupted});
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['SIGINT', 'SIGINT'],
    ['SIGINT', 'SIGTERM'],
    ['SIGTERM', 'SIGHUP'],
  ] as const)(
    'that hangs goes on after %s, and ends at once with a second signal, %s',
    async (first, second) => {
      const {child, said} = await begun('forever');
      child.kill(first);
      await expect.poll(said).toBe('Interrupted: removing what was started. Once more ends at once.\n');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(child.exitCode).toBeNull();
      const interrupted = performance.now();
      child.kill(second);
      expect(await child).toMatchObject({exitCode: EXIT.interrupted});
      expect(performance.now() - interrupted).toBeLessThan(10_000);
    },
  );
});
