import {describe, expect, test} from 'vitest';
import {dockerBuildArguments, podmanBuildArguments} from '../build/buildArguments';
import {daemonArguments} from '../private/daemonArguments';
import {DOCKER_RUN, podmanRun, runArguments, type RunContext} from '../run/runArguments';
import type {BuildRequest, RunRequest} from '../types';

const run: RunRequest = {
  image: 'localhost/cgo-field-guide/run/hello:1',
  name: 'hello',
  args: ['-v'],
  env: {},
  mounts: {},
  tmpfs: [],
  network: 'none',
  memory: '64m',
  pids: 32,
  maxOutput: 1,
  timeoutMs: 1,
  signal: new AbortController().signal,
};

const full: RunRequest = {
  ...run,
  platform: 'linux/arm64',
  entrypoint: ['/bin/sh', '-c'],
  args: ['echo "$A"', '--privileged'],
  env: {A: 'a b', B: ''},
  user: '1000:1000',
  stdin: '',
  mounts: {'/etc/resolv.conf': '/made/resolv.conf', '/data/a': '/with,comma/and"quote'},
  tmpfs: ['/tmp'],
  network: {container: 'lab'},
};

const context: RunContext = {
  flavour: DOCKER_RUN,
  labels: ['guide.cgo.run=r'],
  defaultMounts: {'/etc/hosts': '/files/hosts', '/etc/resolv.conf': '/files/resolv.conf'},
  interactive: false,
};

/** Options one to a line: `--name value` stays together. */
function lines(args: readonly string[]): string {
  return args.join('\n').replace(/^(--?\S+[^=\s])\n(?!--)(.*)$/gm, '$1 $2');
}

describe('runArguments', () => {
  test('docker, everything asked for', () => {
    expect(lines(runArguments(full, context))).toMatchInlineSnapshot(`
      "run
      --name hello
      --label guide.cgo.run=r
      --pull never
      --read-only
      --cap-drop ALL
      --security-opt no-new-privileges
      --memory 64m
      --memory-swap 64m
      --pids-limit 32
      --ulimit nofile=1024:4096
      --ulimit core=0
      --log-driver none
      --network container:lab
      --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777
      --mount type=bind,source=/files/hosts,target=/etc/hosts,readonly
      --mount type=bind,source=/made/resolv.conf,target=/etc/resolv.conf,readonly
      --mount type=bind,"source=/with,comma/and""quote",target=/data/a,readonly
      --env A=a b
      --env B=
      --user 1000:1000
      --platform linux/arm64
      --interactive
      --entrypoint /bin/sh
      localhost/cgo-field-guide/run/hello:1
      -c
      echo "$A"
      --privileged"
    `);
  });

  test('podman gets the same container by other options', () => {
    const docker = new Set(runArguments(run, context));
    const podman = runArguments(run, {...context, flavour: podmanRun(4096)});
    expect(lines(podman.filter((arg) => !docker.has(arg)))).toMatchInlineSnapshot(`
      "--sysctl net.ipv4.ip_unprivileged_port_start=0
      --read-only-tmpfs=false
      --passwd=false
      --http-proxy=false
      --unsetenv container
      --unsetenv TERM
      nproc=4096:4096"
    `);
    expect(runArguments(full, {...context, flavour: podmanRun(1)})).toContain(
      '/tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777,notmpcopyup',
    );
  });

  const limited: RunRequest = {
    ...run,
    openFiles: 100,
    sysctls: {'net.ipv4.ip_unprivileged_port_start': '1024', 'net.ipv4.ping_group_range': '1 0'},
    seccomp: '/made/profile.json',
  };

  test.each([
    ['docker', DOCKER_RUN],
    ['podman', podmanRun(4096)],
  ] as const)('%s gets limits, kernel settings and a seccomp profile, each once', (_, flavour) => {
    const args = runArguments(limited, {...context, flavour});
    const plain = new Set(runArguments(run, {...context, flavour}));
    expect(lines(args.filter((arg) => arg === '--sysctl' || !plain.has(arg)))).toBe(
      [
        'nofile=100:100',
        '--sysctl net.ipv4.ip_unprivileged_port_start=1024',
        '--sysctl net.ipv4.ping_group_range=1 0',
        'seccomp=/made/profile.json',
      ].join('\n'),
    );
    expect(args[args.indexOf('nofile=100:100') - 1]).toBe('--ulimit');
    expect(args[args.indexOf('seccomp=/made/profile.json') - 1]).toBe('--security-opt');
    expect(args).toContain('no-new-privileges');
  });

  test('no kernel setting of the network for a container that joins one', () => {
    expect(runArguments(full, {...context, flavour: podmanRun(1)})).not.toContain('--sysctl');
  });

  test('arguments of the program come last, whatever they look like', () => {
    const args = runArguments(full, context);
    expect(args.slice(args.indexOf(full.image))).toEqual([full.image, '-c', 'echo "$A"', '--privileged']);
  });

  test('stdin is open only for a text or a background container', () => {
    expect(runArguments(run, context)).not.toContain('--interactive');
    expect(runArguments(run, {...context, interactive: true})).toContain('--interactive');
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
