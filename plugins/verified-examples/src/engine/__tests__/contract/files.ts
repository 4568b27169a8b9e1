import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {asked} from '../support/asking';
import {calm, runRequest} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import type {Subject} from './subject';

export function filesContract({engine, directory}: Subject): void {
  test('a folder that the engine sees is mounted from its place', async () => {
    const folder = mkdtempSync(join(directory(), 'seen-'));
    mkdirSync(join(folder, 'runs'));
    writeFileSync(join(folder, 'runs/hosts'), '10.0.0.5 db\n');
    const shelf = await engine().shelve(folder, TEST_IMAGE, {signal: calm()});
    await shelf.fill();
    expect(shelf.path).toBe(folder);
    const mounts = {'/etc/hosts.d': join(shelf.path, 'runs/hosts')};
    const {stdout} = await engine().run(runRequest(['/bin/cat', '/etc/hosts.d'], {mounts}));
    expect(stdout.toString()).toBe('10.0.0.5 db\n');
  });

  test('a folder goes into a volume when that is asked for, which the sweep removes', async () => {
    vi.stubEnv('CGO_FIELD_GUIDE_FILES', 'volume');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const folder = join(mkdtempSync(join(directory(), 'asked-')), 'mounts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'hosts'), '10.0.0.5 db\n');
    const shelf = await engine().shelve(folder, TEST_IMAGE, {signal: calm()});
    expect(shelf.path).not.toBe(folder);
    await shelf.fill();
    const mounts = {'/etc/hosts.d': join(shelf.path, 'hosts')};
    const {stdout} = await engine().run(runRequest(['/bin/cat', '/etc/hosts.d'], {mounts}));
    expect(stdout.toString()).toBe('10.0.0.5 db\n');
    await engine().sweep();
    expect(await asked(engine(), 'volume', 'ls', '--quiet')).not.toContain('cgo-guide-files-');
  });
}
