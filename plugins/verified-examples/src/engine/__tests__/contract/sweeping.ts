import {expect, test} from 'vitest';
import {ownIdentity, runImage, type RunIdentity} from '../../identity';
import {processStartTime} from '../../process/procfs';
import {asked, ourContainers} from '../support/asking';
import {programs, until} from '../support/machine';
import {sh} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import type {Subject} from './subject';

export function sweepingContract({engine}: Subject): void {
  test('sweep removes what is left of this run and of dead ones, and nothing else', async () => {
    const self = ownIdentity();
    const dead = identity({...self, started: '1'});
    const started = processStartTime(process.ppid) ?? '';
    const living = identity({...self, pid: process.ppid, started});
    const elsewhere = identity({...dead, machine: '00000000'});
    for (const [name, {run}] of Object.entries({self, dead, living, elsewhere})) {
      const label = ['--label', `guide.cgo.run=${run}`];
      await asked(
        engine(),
        'run',
        '--detach',
        '--network',
        'none',
        '--name',
        `cgo-${name}`,
        ...quiet(engine().name),
        ...label,
        TEST_IMAGE,
        '/bin/sleep',
        '300',
      );
      await engine().tag(TEST_IMAGE, runImage({...self, run}, name));
    }
    await engine().tag(TEST_IMAGE, 'localhost/cgo-field-guide/lab:kept');
    const running = engine().run(sh('sleep 86431'));
    await until('the run has begun', () => (programs('sleep 86431').length > 0 ? true : undefined));

    running.catch(() => undefined);
    await engine().sweep();

    await expect(running).rejects.toMatchObject({name: 'EngineError'});
    expect((await ourContainers(engine())).sort()).toEqual(['cgo-elsewhere', 'cgo-living']);
    const images = await asked(engine(), 'images', '--format', '{{.Repository}}:{{.Tag}}');
    expect(
      images
        .split('\n')
        .filter((ref) => /\/(?:run|lab)[/:]/.test(ref))
        .sort(),
    ).toEqual(
      [
        'localhost/cgo-field-guide/lab:kept',
        runImage(elsewhere, 'elsewhere'),
        runImage(living, 'living'),
      ].sort(),
    );
    await asked(engine(), 'rm', '--force', 'cgo-elsewhere', 'cgo-living');
  });
}

function identity(parts: RunIdentity): RunIdentity {
  return {...parts, run: `${parts.machine}-${parts.pid}-${parts.started}`};
}

function quiet(name: string): string[] {
  return name === 'podman' ? ['--ulimit', 'nofile=1024:4096', '--ulimit', 'nproc=4096:4096'] : [];
}
