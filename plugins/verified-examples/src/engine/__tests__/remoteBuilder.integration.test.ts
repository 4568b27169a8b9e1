import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {hasImage} from '../image/images';
import {asked} from './support/asking';
import {openDocker, type Opened} from './support/openEngines';
import {startRemoteBuilder, type RemoteBuilder} from './support/remoteBuilder';
import {buildRequest, calm, runRequest} from './support/requests';
import {TEST_IMAGE, writeTestImage} from './support/testImage';

describe('a remote builder', () => {
  let scratch: string;
  let opened: Opened;
  let remote: RemoteBuilder;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
    opened = await openDocker();
    const archive = join(scratch, 'image.tar');
    await writeTestImage(archive);
    await opened.engine.load(archive, {signal: calm()});
    remote = await startRemoteBuilder(scratch);
    await asked(
      opened.engine,
      ...['buildx', 'create', '--name', 'elsewhere', '--driver', 'remote', remote.address],
    );
  });

  afterAll(async () => {
    await remote.stop();
    await opened.engine.close();
    rmSync(opened.directory, {recursive: true, force: true});
    rmSync(scratch, {recursive: true, force: true});
  });

  test('gets the bases of this engine, and the result comes back into it', async () => {
    const {engine} = opened;
    const context = join(scratch, 'context');
    mkdirSync(context, {recursive: true});
    // The other engine has no bridge either, as every private one, and a remote builder is not asked for its host's network.
    writeFileSync(
      join(context, 'Dockerfile'),
      'FROM builder:1\nUSER 0\nRUN --network=none echo remote > /made\n',
    );
    const tag = 'localhost/cgo-field-guide/test/remote:1';
    const result = await engine.build(buildRequest(context, tag, {builder: 'elsewhere'}));
    expect(result.output).toContain('elsewhere');
    expect(await hasImage(remote.client, TEST_IMAGE)).toBe(false);
    expect(result.succeeded, result.output).toBe(true);
    expect(result.command.join(' ')).toMatch(
      /--builder elsewhere .*--build-context builder:1=oci-layout:\/\//,
    );
    const run = await engine.run(runRequest(['/bin/cat', '/made'], {image: tag}));
    expect(run.stdout.toString()).toBe('remote\n');
  });
});
