import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {onPath} from '../provisioning';
import {asked} from './support/asking';
import {openDocker, type Opened} from './support/openEngines';
import {buildRequest, calm, runRequest} from './support/requests';
import {writeTestImage} from './support/testImage';

const buildkitd = onPath('buildkitd');

// No distribution packages it: `go install github.com/moby/buildkit/cmd/buildkitd@v0.12.5` makes one in a few minutes.
describe.skipIf(buildkitd === undefined)('a remote builder', () => {
  let scratch: string;
  let opened: Opened;
  let daemon: {kill: (signal: 'SIGKILL') => boolean} | undefined;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
    const address = `unix://${join(scratch, 'buildkitd.sock')}`;
    opened = await openDocker();
    const archive = join(scratch, 'image.tar');
    await writeTestImage(archive);
    await opened.engine.load(archive, {signal: calm()});
    daemon = execa(
      'unshare',
      [
        ['--mount', '--pid', '--fork', '--kill-child=KILL', '--mount-proc', buildkitd ?? ''],
        ['--root', join(scratch, 'buildkit'), '--addr', address, '--oci-worker-binary', 'runc'],
        ['--containerd-worker=false', '--oci-worker-net', 'host'],
      ].flat(),
      {reject: false, stdio: 'ignore'},
    );
    await asked(opened.engine, 'buildx', 'create', '--name', 'elsewhere', '--driver', 'remote', address);
  });

  afterAll(async () => {
    daemon?.kill('SIGKILL');
    await opened.engine.close();
    rmSync(opened.directory, {recursive: true, force: true});
    rmSync(scratch, {recursive: true, force: true});
  });

  test('gets the bases of this engine, and the result comes back into it', async () => {
    const {engine} = opened;
    const context = join(scratch, 'context');
    mkdirSync(context);
    writeFileSync(join(context, 'Dockerfile'), 'FROM builder:1\nUSER 0\nRUN echo remote > /made\n');
    const tag = 'localhost/cgo-field-guide/test/remote:1';
    const result = await engine.build(buildRequest(context, tag, {builder: 'elsewhere'}));
    expect(result.output).toContain('elsewhere');
    expect(result).toMatchObject({succeeded: true});
    expect(result.command.join(' ')).toMatch(
      /--builder elsewhere .*--build-context builder:1=oci-layout:\/\//,
    );
    const run = await engine.run(runRequest(['/bin/cat', '/made'], {image: tag}));
    expect(run.stdout.toString()).toBe('remote\n');
  });
});
