import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import {RegistryError, type Engine} from '../../../engine/types';
import {writeBaseFacts} from '../../../proof/bases/facts';
import {measureScratch} from '../measure';
import {measurePulled} from '../measurePulled';

const DIGEST = `sha256:${'a'.repeat(64)}`;

it('goes on after a base that is gone, leaves one alone that has not moved, and names what is missing', async () => {
  const siteDir = mkdtempSync(path.join(tmpdir(), 'cgo-test-'));
  onTestFinished(() => {
    rmSync(siteDir, {recursive: true});
  });
  await writeBaseFacts(siteDir, {
    ...{schema: 1, ref: 'busybox:musl', aliases: [], family: 'other', platform: 'linux/amd64'},
    ...{approximations: [], pulled: {digest: DIGEST, on: '2026-11-01'}},
    image: measureScratch('linux/amd64'),
  });
  const resolveDigest: Engine['resolveDigest'] = (ref) =>
    ref === 'busybox:musl'
      ? Promise.resolve(DIGEST)
      : Promise.reject(new RegistryError(`There is no ${ref}.`, true));
  const said: [string, boolean][] = [];
  const failure = measurePulled({
    ...{siteDir, cacheDir: siteDir, folder: siteDir, today: '2026-11-30'},
    engine: {resolveDigest} as Engine,
    bases: [
      {ref: 'ubuntu:24.04', family: 'other'},
      {ref: 'busybox:glibc', family: 'other'},
      {ref: 'busybox:musl', family: 'other'},
    ],
    signal: new AbortController().signal,
    onProgress: () => undefined,
    say: (ref, written) => said.push([ref, written]),
  });
  await expect(failure).rejects.toThrow(
    new RegistryError('There is no ubuntu:24.04.\nThere is no busybox:glibc.', true),
  );
  expect(said).toEqual([['busybox:musl', false]]);
});
