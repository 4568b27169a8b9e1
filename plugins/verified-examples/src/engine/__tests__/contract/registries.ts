import {afterAll, beforeAll, expect, test} from 'vitest';
import {runImage} from '../../identity';
import {asked} from '../support/asking';
import {startBrokenRegistry, startRegistry, type Registry} from '../support/registry';
import {buildRequest, calm} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import {write} from './images';
import type {Subject} from './subject';

export function registriesContract(subject: Subject): void {
  const {engine, name} = subject;
  let registry: Registry;
  let ref: string;

  beforeAll(async () => {
    registry = await startRegistry(subject.directory());
    ref = `${registry.host}/folder/image:1`;
    await asked(engine(), 'tag', TEST_IMAGE, ref);
    await asked(engine(), 'push', ...(name === 'podman' ? ['--tls-verify=false'] : []), ref);
    await engine().removeImage(ref);
  });

  afterAll(async () => {
    await registry.stop();
  });

  test('a tag has the digest that the registry tells, and nothing is pulled', async () => {
    const answer = await fetch(`http://${registry.host}/v2/folder/image/manifests/1`, {
      headers: {
        accept:
          'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json',
      },
    });
    const digest = answer.headers.get('docker-content-digest');
    expect(digest).toMatch(/^sha256:/);
    expect(await engine().resolveDigest(ref, {signal: calm()})).toBe(digest);
    expect(await engine().hasImage(ref)).toBe(false);
  });

  test('a build pulls its base by digest', async () => {
    const digest = await engine().resolveDigest(ref, {signal: calm()});
    const context = write(subject, 'pulled', ['FROM golang:1.27', 'RUN cat /srv/file']);
    const tag = runImage(engine().identity, 'test/pulled');
    const result = await engine().build(
      buildRequest(context, tag, {bases: {'golang:1.27': `${registry.host}/folder/image@${digest}`}}),
    );
    expect(result.output).toContain('served');
    expect(result.succeeded).toBe(true);
  });

  test.each(['folder/image:2', 'folder/other:1'])('%s is not in the registry', async (missing) => {
    await expect(
      engine().resolveDigest(`${registry.host}/${missing}`, {signal: calm()}),
    ).rejects.toMatchObject({
      name: 'RegistryError',
      message: expect.stringMatching(/^The registry has no image /) as string,
    });
  });

  test('a registry that breaks off', async () => {
    const broken = await startBrokenRegistry();
    try {
      await expect(
        engine().resolveDigest(`${broken.host}/folder/image:1`, {signal: calm()}),
      ).rejects.toMatchObject({
        name: 'RegistryError',
        message: expect.stringMatching(/ broke off in the middle of its answer: /) as string,
      });
    } finally {
      await broken.stop();
    }
  });

  test('a registry that is not there, and a pull from one that has gone', async () => {
    await registry.stop();
    await expect(engine().resolveDigest(ref, {signal: calm()})).rejects.toMatchObject({
      name: 'RegistryError',
      message: expect.stringMatching(/ cannot be reached: .*refused/i) as string,
    });
    const context = write(subject, 'gone', ['FROM golang:1.27', 'RUN cat /srv/file']);
    const tag = runImage(engine().identity, 'test/gone');
    const request = buildRequest(context, tag, {
      bases: {'golang:1.27': `${registry.host}/folder/unknown@sha256:${'a'.repeat(64)}`},
    });
    await expect(engine().build(request)).rejects.toMatchObject({name: 'RegistryError'});
  });
}
