import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {holdLock, withLock} from '../machine/lock';

const {signal} = new AbortController();
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cgo-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true});
});

/** What locking a file says when it is refused. */
async function refusal(path: string): Promise<string> {
  const task = vi.fn(() => Promise.resolve());
  const said = await Promise.all(
    [withLock(path, signal, task), holdLock(path, {signal})].map((attempt) =>
      attempt.then(
        () => 'locked',
        (error: unknown) => String(error).replaceAll(folder, 'FOLDER'),
      ),
    ),
  );
  expect(task).not.toHaveBeenCalled();
  expect(new Set(said).size).toBe(1);
  return said[0] ?? '';
}

// Machines that lock nothing have no flock.
describe.skipIf(process.platform !== 'linux')('a lock', () => {
  it('lets one holder at a time work', async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(file, signal, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    await expect(withLock(file, signal, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    await expect(work()).resolves.toBeUndefined();
  });

  it('makes the second holder wait, which is said once', async () => {
    const first = await holdLock(file, {signal});
    const onWait = vi.fn();
    const second = holdLock(file, {signal, onWait});
    await expect.poll(() => onWait.mock.calls.length).toBe(1);
    await first.release();
    await (await second).release();
    expect(onWait).toHaveBeenCalledOnce();
  });

  it('is waited for until patience ends, or an abort', async () => {
    const first = await holdLock(file, {signal});
    await expect(holdLock(file, {signal, patienceMs: 50})).rejects.toThrow(
      `${file} is held by another process of this program; wait for it or end it`,
    );
    await expect(holdLock(file, {signal: AbortSignal.timeout(200)})).rejects.toThrow(/abort/i);
    await expect(holdLock(file, {signal: AbortSignal.abort()})).rejects.toThrow(/abort/i);
    await first.release();
  });

  it('is refused when the file cannot be opened or locked', async () => {
    expect(await refusal('/proc/no-such-lock')).toMatch(/^Error: \/proc\/no-such-lock cannot be locked: /);
    expect(await refusal('/sys/kernel/no-such-lock')).toMatch(/cannot be locked: flock: cannot open/);
  });

  it('is refused on a machine without flock', async () => {
    vi.stubEnv('PATH', folder);
    expect(await refusal(file)).toMatch(/FOLDER\/lock cannot be locked: .*ENOENT/);
  });

  it('is free again when its holder was killed', async () => {
    const lock = join(import.meta.dirname, '../machine/lock');
    const script = `
      const {holdLock} = require(${JSON.stringify(lock)});
      const {signal} = new AbortController();
      holdLock(${JSON.stringify(file)}, {signal}).then(() => console.log('held'));
      setInterval(() => {}, 1000);`;
    const child = execa(process.execPath, ['-r', 'jiti/register', '-e', script], {reject: false});
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(holdLock(file, {signal, patienceMs: 0})).rejects.toThrow(/is held by/);
    child.kill('SIGKILL');
    await child;
    await (await holdLock(file, {signal, patienceMs: 5_000})).release();
  });
});
