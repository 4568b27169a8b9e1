import {expect, onTestFinished, test} from 'vitest';
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
    const names = Object.keys({self, dead, living, elsewhere}).map((name) => `cgo-${name}`);
    onTestFinished(async () => {
      const left = await ourContainers(engine());
      for (const name of names.filter((one) => left.includes(one)))
        await asked(engine(), 'rm', '--force', name);
    });
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
      await asked(engine(), 'tag', TEST_IMAGE, runImage({...self, run}, name));
    }
    await asked(engine(), 'tag', TEST_IMAGE, 'localhost/cgo-field-guide/lab:kept');
    const running = engine().run(sh('sleep 86431'));
    await until('the run has begun', () => (programs('sleep 86431').length > 0 ? true : undefined));

    const ended = running.catch((error: unknown) => error);
    await engine().sweep();

    // Podman kills first and removes then: whoever asks in between hears how the run ended.
    const killed: unknown = expect.objectContaining({exit: 137});
    const removed: unknown = expect.objectContaining({name: 'EngineError'});
    expect([killed, removed]).toContainEqual(await ended);
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
  });
}

function identity(parts: RunIdentity): RunIdentity {
  return {...parts, run: `${parts.machine}-${parts.pid}-${parts.started}`};
}

function quiet(name: string): string[] {
  return name === 'podman' ? ['--ulimit', 'nofile=1024:4096', '--ulimit', 'nproc=4096:4096'] : [];
}
