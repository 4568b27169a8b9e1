import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {extract} from 'tar-stream';
import {expect, test} from 'vitest';
import {runImage} from '../../identity';
import {asked, ourContainers} from '../support/asking';
import {programs, until} from '../support/machine';
import {buildRequest, calm} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import type {Subject} from './subject';

export function imagesContract(subject: Subject): void {
  const {engine} = subject;

  test('a loaded image has the id of its configuration, and what it says', async () => {
    expect(await engine().hasImage(TEST_IMAGE)).toBe(true);
    expect(await engine().hasImage('localhost/cgo-field-guide/none:1')).toBe(false);
    expect(await engine().inspectImage(TEST_IMAGE)).toEqual({
      id: subject.imageId(),
      platform: process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64',
      layers: 1,
      user: '65532',
      entrypoint: [],
      cmd: ['/bin/true'],
      workdir: '/srv',
      env: ['PATH=/bin', 'MARK=image'],
    });
    expect(await engine().hasImage(subject.imageId())).toBe(true);
  });

  test('removeImage takes a name away, and twice is fine', async () => {
    const ref = 'localhost/cgo-field-guide/test/other:1';
    await asked(engine(), 'tag', TEST_IMAGE, ref);
    expect((await engine().inspectImage(ref)).id).toBe(subject.imageId());
    await engine().removeImage(ref);
    await engine().removeImage(ref);
    expect(await engine().hasImage(ref)).toBe(false);
    expect(await engine().hasImage(TEST_IMAGE)).toBe(true);
  });

  test('a build takes the named context for its FROM and touches no other tag', async () => {
    const context = write(subject, 'named', [
      'FROM builder:1 AS first',
      'USER root',
      'ARG WORD=none',
      'RUN echo "$WORD" > /word && chmod 600 /word',
      'FROM builder:1',
      'COPY --from=first /word /word',
      'COPY own /own',
      'ENTRYPOINT ["/bin/cat", "/own"]',
    ]);
    writeFileSync(join(context, 'own'), 'mine\n');
    const lines: string[] = [];
    const tag = runImage(engine().identity, 'test/named');
    const result = await engine().build(
      buildRequest(context, tag, {buildArgs: {WORD: 'given'}, onLine: (line) => lines.push(line)}),
    );
    expect(result).toMatchObject({succeeded: true, timedOut: false});
    expect(result.output).toContain(lines[0]);
    expect(result.command.slice(0, engine().command.length)).toEqual(engine().command);
    expect(result.command).toContain('builder:1=docker-image://localhost/cgo-field-guide/test/busybox:1');
    expect(await asked(engine(), 'images', '--format', '{{.Repository}}:{{.Tag}}')).not.toContain('builder');
    expect((await engine().inspectImage(tag)).entrypoint).toEqual(['/bin/cat', '/own']);
    expect(await rootfs(engine().exportImage(tag, {signal: calm()}))).toMatchObject({
      word: {mode: 0o600, uid: 0, text: 'given\n'},
      own: {text: 'mine\n'},
      'srv/file': {mode: 0o640, uid: 65532, text: 'served\n'},
    });
  });

  test('an export holds the files of the image and no others, and leaves no container', async () => {
    const files = await rootfs(engine().exportImage(TEST_IMAGE, {signal: calm()}));
    expect(
      Object.keys(files)
        .filter((name) => !name.startsWith('bin/'))
        .sort(),
    ).toEqual(['bin', 'dynamic', 'etc', 'etc/group', 'etc/passwd', 'srv', 'srv/file', 'tmp']);
    expect(files['bin/sh']).toMatchObject({type: 'symlink', linkname: 'busybox'});
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('an image for another platform is built, told and exported as such', async () => {
    const platform = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64';
    const context = write(subject, 'foreign', ['FROM scratch', 'COPY Dockerfile /only']);
    const tag = runImage(engine().identity, 'test/foreign');
    expect(await engine().build(buildRequest(context, tag, {platform, bases: {}}))).toMatchObject({
      succeeded: true,
    });
    expect((await engine().inspectImage(tag)).platform).toBe(platform);
    expect(Object.keys(await rootfs(engine().exportImage(tag, {signal: calm()})))).toEqual(['only']);
  });

  test('an export that nobody reads to its end is ended', async () => {
    for await (const chunk of engine().exportImage(TEST_IMAGE, {signal: calm()})) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('an export of nothing throws', async () => {
    const read = rootfs(engine().exportImage('localhost/cgo-field-guide/none:1', {signal: calm()}));
    await expect(read).rejects.toMatchObject({name: 'EngineError'});
  });

  test('a build that fails is a result with its output', async () => {
    const context = write(subject, 'failing', ['FROM builder:1', 'RUN echo boom >&2; exit 7']);
    const result = await engine().build(buildRequest(context, runImage(engine().identity, 'test/failing')));
    expect(result).toMatchObject({succeeded: false, timedOut: false});
    expect(result.output).toContain('boom');
    expect(result.output).toMatch(/exit (?:code|status):? 7/);
  });

  test('a build whose output is long keeps the end of it', async () => {
    const context = write(subject, 'long', ['FROM builder:1', 'RUN seq 100000; echo last; exit 1']);
    const tag = runImage(engine().identity, 'test/long');
    const {output} = await engine().build(buildRequest(context, tag));
    expect(output).toContain('last');
    expect(Buffer.byteLength(output)).toBeLessThanOrEqual(64 * 1024);
  });

  test('a build that hangs is killed, with all that runs in it', async () => {
    const context = write(subject, 'hanging', ['FROM builder:1', 'RUN sleep 86401 & sleep 86402']);
    const result = await engine().build(
      buildRequest(context, runImage(engine().identity, 'test/hanging'), {timeoutMs: 4_000}),
    );
    expect(result).toMatchObject({succeeded: false, timedOut: true});
    await until('no sleep is left', () => (programs('sleep 8640').length === 0 ? true : undefined));
    await nothingOfBuilds(subject);
  });

  test('a build that forks without end is bounded, and nothing of it is left', async () => {
    const context = write(subject, 'forking', [
      'FROM builder:1',
      'RUN exec 2>&1; f() { sleep 86404 & f | f; }; f; sleep 86404',
    ]);
    let most = 0;
    const counting = setInterval(() => (most = Math.max(most, programs('sleep 86404').length)), 500);
    const result = await engine().build(
      buildRequest(context, runImage(engine().identity, 'test/forking'), {timeoutMs: 6_000}),
    );
    clearInterval(counting);
    expect(result.succeeded).toBe(false);
    expect(result.output).toContain("can't fork");
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(4096);
    await until('no sleep is left', () => (programs('sleep 86404').length === 0 ? true : undefined));
    await nothingOfBuilds(subject);
  });

  test('an aborted build throws the reason and leaves nothing', async () => {
    const context = write(subject, 'aborted', ['FROM builder:1', 'RUN sleep 86403']);
    const abort = new AbortController();
    const building = engine().build(
      buildRequest(context, runImage(engine().identity, 'test/aborted'), {signal: abort.signal}),
    );
    building.catch(() => undefined);
    await until('the build runs', () => (programs('sleep 86403').length > 0 ? true : undefined));
    abort.abort(new Error('enough'));
    await expect(building).rejects.toThrow('enough');
    await until('no sleep is left', () => (programs('sleep 86403').length === 0 ? true : undefined));
    await nothingOfBuilds(subject);
  });
}

/** Podman's working containers would stay in its store; BuildKit has none. */
async function nothingOfBuilds({name, engine}: Subject): Promise<void> {
  if (name === 'podman') {
    expect(await asked(engine(), 'ps', '--all', '--external', '--quiet')).toBe('');
  }
}

export function write(subject: Subject, name: string, dockerfile: readonly string[]): string {
  const context = join(subject.directory(), name);
  mkdirSync(context, {recursive: true});
  writeFileSync(join(context, 'Dockerfile'), `${dockerfile.join('\n')}\n`);
  return context;
}

interface File {
  type: string | null | undefined;
  mode: number;
  uid: number | undefined;
  linkname: string | null | undefined;
  text: string;
}

async function rootfs(stream: AsyncIterable<Uint8Array>): Promise<Record<string, File>> {
  const entries = extract();
  const feeding = pipeline(stream, entries);
  feeding.catch(() => undefined);
  const files: Record<string, File> = {};
  for await (const entry of entries) {
    const {name, type, mode, uid, linkname} = entry.header;
    const path = name.replace(/^\.?\//, '').replace(/\/$/, '');
    // Podman writes the type of the file into the mode as well.
    files[path] = {type, mode: mode & 0o7777, uid, linkname, text: await text(entry)};
  }
  await feeding;
  return files;
}
