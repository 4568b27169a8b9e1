import {describe, expect, test} from 'vitest';
import {engineGone, pullFailed} from '../build/buildFailures';
import {builderName, parseBuildxVersion, parseDockerVersion} from '../docker/version';
import {parseImageConfig} from '../image/imageConfig';
import {loadedRef} from '../image/images';
import {parsePodmanInfo} from '../podman/version';
import {parseContainerState} from '../run/containerState';
import {withoutEngineWarnings} from '../run/engineWarnings';
import {atLeast} from '../versions';

describe('versions', () => {
  test.each([
    ['26.1.5+dfsg1', [23, 0], true],
    ['v0.13.1', [0, 13, 1], true],
    ['podman version 4.3.1', [4, 3], true],
    ['23', [23, 0], true],
    ['20.10.24', [23, 0], false],
    ['4.2.9', [4, 3], false],
    ['0.9', [0, 10], false],
    ['unknown', [0], false],
  ])('%s is at least %j: %s', (text, wanted, expected) => {
    expect(atLeast(text, wanted)).toBe(expected);
  });
});

describe('docker version', () => {
  const server = {
    Version: '26.1.5+dfsg1',
    Os: 'linux',
    Arch: 'arm64',
    Components: [
      {Name: 'Engine', Version: '26.1.5+dfsg1'},
      {Name: 'runc', Version: '1.1.5+ds1'},
    ],
  };

  test('what is read', () => {
    expect(parseDockerVersion(JSON.stringify({Client: {Version: '28.2.2'}, Server: server}))).toEqual({
      client: '28.2.2',
      engine: '26.1.5+dfsg1',
      runtime: 'runc 1.1.5+ds1',
      platform: 'linux/arm64',
    });
  });

  test('an engine whose platform the examples do not have', () => {
    const read = (more: object) => () =>
      parseDockerVersion(JSON.stringify({Client: {Version: '28.2.2'}, Server: {...server, ...more}}));
    expect(read({Os: 'windows', Arch: 'amd64'})).toThrowErrorMatchingInlineSnapshot(
      `[Error: it runs Windows containers: switch it to Linux containers]`,
    );
    expect(read({Arch: 'arm'})).toThrowErrorMatchingInlineSnapshot(
      `[Error: it is an engine of linux/arm; the examples need one of linux/amd64 or linux/arm64]`,
    );
  });

  const client = {Client: {Version: '4.3.1'}};

  test('podman as docker, with and without a service', () => {
    expect(() => parseDockerVersion(JSON.stringify(client))).toThrowErrorMatchingInlineSnapshot(
      `[Error: it answers without a Docker Engine behind it (is \`docker\` an alias of podman?)]`,
    );
    const service = {Version: '4.3.1', Components: [{Name: 'Podman Engine', Version: '4.3.1'}]};
    expect(() =>
      parseDockerVersion(JSON.stringify({...client, Server: service})),
    ).toThrowErrorMatchingInlineSnapshot(`[Error: behind it is Podman Engine 4.3.1, which has no BuildKit]`);
  });

  test('too old', () => {
    const old = {...client, Server: {Version: '20.10.24+dfsg1', Components: null}};
    expect(() => parseDockerVersion(JSON.stringify(old))).toThrowErrorMatchingInlineSnapshot(
      `[Error: Docker Engine 20.10.24+dfsg1 was found; named build contexts need 23.0 or newer]`,
    );
    expect(() =>
      parseBuildxVersion('github.com/docker/buildx v0.7.1 abc'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: buildx 0.7.1 was found; named build contexts need 0.8 or newer]`,
    );
    expect(() => parseBuildxVersion('nonsense')).toThrowErrorMatchingInlineSnapshot(
      `[Error: \`docker buildx version\` gave no version: nonsense]`,
    );
  });

  test.each([
    ['github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3', {version: '0.13.1+ds1', attestations: true}],
    ['github.com/docker/buildx v0.9.1 ed00243', {version: '0.9.1', attestations: false}],
  ])('buildx: %s', (text, expected) => {
    expect(parseBuildxVersion(text)).toEqual(expected);
  });

  test("the builder by its own version, or by the engine's where that is not built in", () => {
    const version = {engine: '26.1.5'};
    const buildx = {version: '0.13.1'};
    expect(builderName('BuildKit version: v0.21.0\n', version, buildx)).toBe(
      'BuildKit 0.21.0 (buildx 0.13.1)',
    );
    expect(builderName('BuildKit version: v0.0.0+unknown', version, buildx)).toBe(
      'BuildKit of Docker 26.1.5 (buildx 0.13.1)',
    );
    expect(builderName('', version, buildx)).toBe('BuildKit of Docker 26.1.5 (buildx 0.13.1)');
  });
});

describe('podman info', () => {
  const info = (version: string): string =>
    JSON.stringify({
      host: {
        os: 'linux',
        arch: 'arm64',
        buildahVersion: '1.28.2',
        cgroupVersion: 'v1',
        ociRuntime: {name: 'crun', version: 'crun version 1.8.1\ncommit: x'},
      },
      version: {Version: version},
    });

  test('what is read', () => {
    expect(parsePodmanInfo(info('4.3.1'))).toEqual({
      version: '4.3.1',
      buildah: 'buildah 1.28.2',
      runtime: {name: 'crun', version: 'crun 1.8.1'},
      cgroupVersion: 'v1',
      platform: 'linux/arm64',
      remote: false,
    });
  });

  test('too old', () => {
    expect(() => parsePodmanInfo(info('3.4.4'))).toThrowErrorMatchingInlineSnapshot(
      `[Error: Podman 3.4.4 was found; 4.3 or newer is needed]`,
    );
  });
});

describe('images', () => {
  test('podman leaves out what is empty, writes a list, and ids without their kind', () => {
    const image = {
      Id: 'abc',
      Os: 'linux',
      Architecture: 'arm64',
      Variant: 'v8',
      RootFS: {Layers: ['a', 'b']},
      Config: {Cmd: ['/app']},
    };
    expect(parseImageConfig(JSON.stringify([image]))).toEqual({
      id: 'sha256:abc',
      platform: 'linux/arm64',
      layers: 2,
      user: '',
      entrypoint: [],
      cmd: ['/app'],
      workdir: '',
      env: [],
    });
    expect(parseImageConfig(JSON.stringify({...image, Architecture: 'arm', Variant: 'v7'})).platform).toBe(
      'linux/arm/v7',
    );
  });

  test.each([
    ['Loaded image: localhost/a:1\n', 'localhost/a:1'],
    ['Getting image source signatures\nLoaded image: localhost/a:1', 'localhost/a:1'],
    ['Loaded image(s): localhost/a:1', 'localhost/a:1'],
    ['Loaded image ID: sha256:abc', 'sha256:abc'],
    ['nothing', undefined],
  ])('%j names %s', (said, ref) => {
    expect(loadedRef(said)).toBe(ref);
  });
});

describe('container state', () => {
  const state = {
    Running: false,
    OOMKilled: true,
    ExitCode: 137,
    StartedAt: '2026-01-01T00:00:00.5Z',
    FinishedAt: '2026-01-01T00:00:02.25Z',
  };

  test('what is read', () => {
    expect(parseContainerState(JSON.stringify({State: state, Config: {Labels: {a: 'b'}}}))).toEqual({
      running: false,
      started: true,
      exit: 137,
      outOfMemory: true,
      seconds: 1.75,
      labels: {a: 'b'},
    });
  });

  test('one that never started, and one whose start was noted late', () => {
    const never = {...state, StartedAt: '0001-01-01T00:00:00Z', FinishedAt: '0001-01-01T00:00:00Z'};
    expect(parseContainerState(JSON.stringify({State: never, Config: {Labels: null}}))).toMatchObject({
      started: false,
      seconds: undefined,
      labels: {},
    });
    const late = {...state, StartedAt: '2026-01-01T00:00:02.26Z'};
    expect(parseContainerState(JSON.stringify({State: late, Config: {}})).seconds).toBe(0);
  });
});

describe("the engine's own words", () => {
  test.each([
    [
      "WARNING: The requested image's platform (linux/arm64) does not match the detected host platform (linux/amd64/v3) and no specific platform was requested\nmine\n",
      'mine\n',
    ],
    ['time="2026-11-23T06:56:19Z" level=warning msg="x"\ntime="y" level=info msg=z\nmine\n', 'mine\n'],
    ['mine\nWARNING: image platform (a) does not match the expected platform (b)\n', undefined],
    ['time="2026-11-23T06:56:19Z" level=error msg="x"\n', undefined],
    ['WARNING: mine\n', undefined],
  ])('%j', (stderr, expected) => {
    expect(withoutEngineWarnings(Buffer.from(stderr)).toString()).toBe(expected ?? stderr);
  });

  test('bytes that are no text stay as they are', () => {
    const bytes = Buffer.from([0xff, 0x00, 0xc3]);
    const warned = Buffer.concat([Buffer.from('time="a" level=info msg=ä\n'), bytes]);
    expect(withoutEngineWarnings(warned)).toEqual(bytes);
  });
});

describe('why a build failed', () => {
  test.each([
    'ERROR: failed to solve: Unavailable: error reading from server: EOF',
    'ERROR: Cannot connect to the Docker daemon at unix:///d.sock. Is the docker daemon running?',
    'error during connect: Get "http://d/v1.45/version": EOF',
    'ERROR: failed to solve: write /var/lib/x: no space left on device',
    'Error: committing container: copying layers: write /x: no space left on device',
    'ERROR: failed to solve: rpc error: code = Unavailable desc = closing transport due to: EOF',
    'Cannot connect to the Docker daemon at unix:///d.sock. Is the docker daemon running?',
  ])('the engine: %s', (line) => {
    const engine = line.startsWith('Error: ') ? 'podman' : 'docker';
    expect(engineGone(engine, `#5 step\n${line}\n`)).toBe(line);
    expect(pullFailed(line)).toBeUndefined();
  });

  test.each([
    'ERROR: failed to solve: golang@sha256:00: failed to resolve source metadata for docker.io/library/golang: failed to do request: Head "https://r": dial tcp: connect: connection refused',
    'Error: creating build container: initializing source docker://127.0.0.1:1/a@sha256:00: pinging container registry 127.0.0.1:1: connection refused',
  ])('a base: %s', (line) => {
    expect(pullFailed(`#5 step\n${line}\n`)).toBe(line);
  });

  test.each([
    'ERROR: failed to solve: process "/bin/sh -c echo no space left on device; exit 1" did not complete successfully: exit code: 1',
    'Error: building at STEP "RUN echo no space left on device": while running runtime: exit status 1',
    '#7 1.2 ERROR: go: connection refused',
    '#7 1.2 write /tmp/x: no space left on device',
    'ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: RUM',
  ])('the Dockerfile: %s', (line) => {
    expect(engineGone('docker', line)).toBeUndefined();
    expect(engineGone('podman', line)).toBeUndefined();
    expect(pullFailed(line)).toBeUndefined();
  });

  test.each([
    'Error: write /x: no space left on device',
    'Error: unable to connect to Podman socket: connection refused',
    'Error: initializing source docker://r/a:1: pinging container registry r: connection refused',
  ])('a step that prints what Podman says when it fails itself: %s', (line) => {
    for (const end of [
      'Error: building at STEP "RUN build": while running runtime: exit status 1',
      'Error: building at STEP "COPY gone /": checking on sources under "/c": no such file or directory',
    ]) {
      const output = `STEP 2/3: RUN build\n${line}\nSTEP 3/3\n${end}\n`;
      expect(engineGone('podman', output)).toBeUndefined();
      expect(pullFailed(output)).toBeUndefined();
    }
  });

  test.each(['', 'docker: ', 'ERROR: '])('a container that talks to Docker itself: "%s"', (prefix) => {
    const line = `${prefix}Cannot connect to the Docker daemon at unix:///var/run/docker.sock.`;
    expect(
      engineGone('docker', `#7 0.226 ${line}\n > [2/2] RUN docker ps:\n0.226 ${line}\n`),
    ).toBeUndefined();
    // Podman shows what a step prints as it is.
    expect(
      engineGone(
        'podman',
        `STEP 2/2: RUN docker ps\n${line}\nError: building at STEP "RUN docker ps": while running runtime: exit status 1\n`,
      ),
    ).toBeUndefined();
  });
});
