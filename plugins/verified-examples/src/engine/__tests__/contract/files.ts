import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
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
}
