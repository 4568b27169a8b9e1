import {describe, expect, test} from 'vitest';
import {dockerBuildArguments, podmanBuildArguments} from '../build/buildArguments';
import {daemonArguments} from '../private/daemonArguments';
import {DOCKER_RUN, podmanRun, runArguments, type RunContext} from '../run/runArguments';
import type {BuildRequest, RunRequest} from '../types';

const run: RunRequest = {
  image: 'localhost/cgo-field-guide/run/hello:1',
  name: 'hello',
  options: ['--network', 'none'],
  args: ['-v'],
  memory: '64m',
  pids: 32,
  maxOutput: 1,
  timeoutMs: 1,
  signal: new AbortController().signal,
};

const context: RunContext = {flavour: DOCKER_RUN, labels: ['guide.cgo.run=r']};

/** Options one to a line: `--name value` stays together. */
function lines(args: readonly string[]): string {
  return args.join('\n').replace(/^(--?\S+[^=\s])\n(?!--)(.*)$/gm, '$1 $2');
}

describe('runArguments', () => {
  test('the words of a reader, and before them what can change no outcome', () => {
    const asked = {
      ...run,
      platform: 'linux/arm64',
      options: ['--network', 'container:lab', '-e', 'A=a b', '--tmpfs', '/tmp', '--entrypoint', '/bin/sh'],
      args: ['-c', 'echo "$A"', '--privileged'],
    };
    expect(lines(runArguments(asked, context))).toMatchInlineSnapshot(`
      "run
      --name hello
      --label guide.cgo.run=r
      --pull never
      --log-driver none
      --memory 64m
      --memory-swap 64m
      --pids-limit 32
      --platform linux/arm64
      --network container:lab
      -e
      A=a b
      --tmpfs /tmp
      --entrypoint /bin/sh
      localhost/cgo-field-guide/run/hello:1
      -c
      echo "$A"
      --privileged"
    `);
  });

  test('bounds that the words have are not said twice', () => {
    const bounded = {
      ...run,
      memory: undefined,
      pids: undefined,
      options: ['--network', 'none', '--memory', '1g'],
    };
    const args = runArguments(bounded, context);
    expect(args.filter((arg) => arg === '--memory')).toHaveLength(1);
    expect(args).not.toContain('--pids-limit');
  });

  test('podman gets the same container by other options', () => {
    const docker = new Set(runArguments(run, context));
    const podman = runArguments(run, {...context, flavour: podmanRun(['nproc=4096:4096'])});
    expect(lines(podman.filter((arg) => !docker.has(arg)))).toMatchInlineSnapshot(`
      "--read-only-tmpfs=false
      --passwd=false
      --http-proxy=false
      --unsetenv container
      --unsetenv TERM
      --ulimit nproc=4096:4096
      --sysctl net.ipv4.ip_unprivileged_port_start=0"
    `);
    const tmpfs = {...run, options: ['--network', 'none', '--tmpfs', '/tmp']};
    expect(runArguments(tmpfs, {...context, flavour: podmanRun([])})).toContain('/tmp:notmpcopyup');
  });

  test('podman sets a kernel setting that the words set no second time, and none in a joined network', () => {
    const flavour = podmanRun([]);
    const name = 'net.ipv4.ip_unprivileged_port_start';
    const set = {...run, options: ['--network', 'none', '--sysctl', `${name}=1024`]};
    expect(runArguments(set, {...context, flavour}).filter((arg) => arg.startsWith(name))).toEqual([
      `${name}=1024`,
    ]);
    const joined = {...run, options: ['--network', 'container:lab']};
    expect(runArguments(joined, {...context, flavour})).not.toContain('--sysctl');
  });
});

const build: BuildRequest = {
  context: '/context',
  dockerfile: '/context/Dockerfile',
  tag: 'localhost/cgo-field-guide/run/hello:1',
  platform: 'linux/amd64',
  buildArgs: {},
  bases: {},
  noCache: false,
  timeoutMs: 1,
  signal: new AbortController().signal,
  onLine: () => undefined,
};

const fullBuild: BuildRequest = {
  ...build,
  target: 'final',
  buildArgs: {CGO_ENABLED: '0'},
  secrets: {netrc: '/context/netrc'},
  bases: {'golang:1.27': 'localhost/cgo-field-guide/base/golang:abc', 'alpine:3.23': 'alpine@sha256:00'},
  noCache: true,
  builder: 'elsewhere',
};

describe('build arguments', () => {
  test('docker, everything asked for', () => {
    const args = dockerBuildArguments(fullBuild, {network: 'host', attestations: true});
    expect(lines(args)).toMatchInlineSnapshot(`
      "buildx
      build
      --load
      --progress=plain
      --builder elsewhere
      --provenance=false
      --sbom=false
      --network host
      --platform linux/amd64
      --file /context/Dockerfile
      --tag localhost/cgo-field-guide/run/hello:1
      --target final
      --no-cache
      --build-arg CGO_ENABLED=0
      --secret id=netrc,src=/context/netrc
      --build-context golang:1.27=docker-image://localhost/cgo-field-guide/base/golang:abc
      --build-context alpine:3.23=docker-image://alpine@sha256:00
      /context"
    `);
  });

  test('an old buildx does not know attestations, and a bridge needs no option', () => {
    const args = dockerBuildArguments(build, {network: undefined, attestations: false});
    expect(lines(args)).toMatchInlineSnapshot(`
      "buildx
      build
      --load
      --progress=plain
      --platform linux/amd64
      --file /context/Dockerfile
      --tag localhost/cgo-field-guide/run/hello:1
      /context"
    `);
  });

  test('podman, everything it can be asked for', () => {
    const context = {network: 'host', limits: ['nofile=1:1'], cgroup: '/ours/build-1'} as const;
    const args = podmanBuildArguments(fullBuild, context);
    expect(lines(args)).toMatchInlineSnapshot(`
      "build
      --format docker
      --ulimit nofile=1:1
      --cgroup-parent /ours/build-1
      --network host
      --platform linux/amd64
      --file /context/Dockerfile
      --tag localhost/cgo-field-guide/run/hello:1
      --target final
      --no-cache
      --build-arg CGO_ENABLED=0
      --secret id=netrc,src=/context/netrc
      --build-context golang:1.27=docker-image://localhost/cgo-field-guide/base/golang:abc
      --build-context alpine:3.23=docker-image://alpine@sha256:00
      /context"
    `);
  });

  test.each([
    [{a: '127.0.0.1:5000/image@sha256:00'}, true],
    [{a: 'localhost:5000/image@sha256:00', b: 'localhost/cgo-field-guide/base/b:1'}, true],
    [{a: '127.0.0.1:5000/image@sha256:00', b: 'registry.example.org/b@sha256:00'}, false],
    [{a: 'golang@sha256:00', b: '127.0.0.1:5000/b@sha256:00'}, false],
    [{a: 'localhost/cgo-field-guide/base/b:1'}, false],
    [{a: 'golang@sha256:00'}, false],
    [{}, false],
  ])('podman skips TLS only for registries on this machine: %j', (bases, skipped) => {
    const args = podmanBuildArguments({...build, bases}, {network: undefined, limits: []});
    expect(args.includes('--tls-verify=false')).toBe(skipped);
  });
});

test('a private daemon shares nothing with the machine but its kernel', () => {
  const paths = {
    socket: '/s/docker.sock',
    data: '/d/data',
    config: '/d/c.json',
    lock: '/d/lock',
    cgroup: 'ours',
  };
  expect(lines(daemonArguments('/bin/dockerd', paths))).toMatchInlineSnapshot(`
    "setpriv
    --pdeathsig KILL
    flock
    --no-fork
    --timeout 20
    --conflict-exit-code 75
    /d/lock
    unshare
    --mount
    --propagation slave
    --pid
    --fork
    --kill-child=KILL
    --mount-proc sh
    -c

    mkdir -p /run/containerd && mount -t tmpfs -o mode=0711 tmpfs /run/containerd || exit 70
    "$@" &
    wait $!

    sh
    /bin/dockerd
    --host unix:///s/docker.sock
    --data-root /d/data
    --config-file /d/c.json
    --exec-root /run/containerd/engine
    --pidfile /run/containerd/engine.pid
    --cgroup-parent /ours
    --exec-opt native.cgroupdriver=cgroupfs
    --bridge none
    --iptables=false
    --ip6tables=false
    --shutdown-timeout 2"
  `);
});
