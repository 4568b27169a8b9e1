import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {quote} from '../../../shell';
import {scenariosOf} from '../../model/variant';
import type {Scenario} from '../../model/scenario';
import {mountedFiles, resolvConf} from '../files';
import {podLine} from '../inPod';
import {buildCommand} from '../ofVariant';
import {buildLine, labLines, lookingLines, scenarioLines, stageLines} from '../lines';
import {imageName, readerNames} from '../names';

/** The scenario of `hello` with these lines in it. */
function scenarioWith(lines: string): Scenario {
  const yaml = MANIFEST.replace('title: greets', `title: greets\n${lines}`);
  const files = {'examples/hello/example.yaml': yaml, 'examples/hello/profile.json': '{}'};
  const lab = {'examples/_lab/Dockerfile': 'FROM scratch\n'};
  const [scenario] = scenariosOf(only(hello({...files, ...lab})).manifest, 'current');
  if (scenario === undefined) throw new Error('no scenario');
  return scenario;
}

const names = readerNames('hello:current', 'greets');
const linesOf = (lines: string) => scenarioLines(scenarioWith(lines), names);

describe('scenarioLines', () => {
  it('is what one types, and all that the scenario asks for is in it', () => {
    expect(
      linesOf(
        "    entrypoint: [sh, -c]\n    args: [\"echo 'a' $HOME\"]\n    env: {GODEBUG: netdns=2}\n    user: '65532'\n    readOnly: true\n    writable: [/tmp]",
      ),
    ).toEqual([
      "docker run --rm --network none --read-only --user 65532 -e GODEBUG=netdns=2 --tmpfs /tmp --entrypoint sh hello:current -c 'echo '\\''a'\\'' $HOME'",
    ]);
    expect(
      linesOf(
        '    limits: {pids: 64, nofile: 100, memory: 1g}\n    sysctls: {net.ipv4.ping_group_range: "1 0"}\n    seccomp: profile.json',
      ),
    ).toEqual([
      "docker run --rm --network none --pids-limit 64 --ulimit nofile=100:100 --memory 1g --memory-swap 1g --sysctl 'net.ipv4.ping_group_range=1 0' --security-opt seccomp=./context/profile.json hello:current",
    ]);
  });

  it('quotes every word that a shell would read otherwise', () => {
    const hostile =
      "    user: '0; touch /tmp/pwned'\n    writable: ['/tmp; rm -rf ~']\n    files: [{path: '/etc/my dir/x', content: y}]\n    env: {A: '$(id)'}\n    args: ['`id`', '']";
    const [line = ''] = linesOf(hostile);
    const {stdout} = spawnSync('sh', ['-c', `printf '%s\\n' ${line}`], {encoding: 'utf8'});
    expect(stdout.split('\n')).toEqual([
      ...['docker', 'run', '--rm', '--network', 'none', '--user', '0; touch /tmp/pwned', '-e', 'A=$(id)'],
      ...[
        '-v',
        './runs/greets/x:/etc/my dir/x:ro',
        '--tmpfs',
        '/tmp; rm -rf ~',
        'hello:current',
        '`id`',
        '',
        '',
      ],
    ]);
  });

  it('starts a service, asks it from its own network, ends it', () => {
    expect(linesOf('    http:\n      - {path: /notes, method: POST, body: a b, status: 201}')).toEqual([
      'docker run -d --name app --network none hello:current',
      "docker run --rm --network container:app lab get -wait 15s -method POST -data 'a b' http://127.0.0.1:8080/notes",
      'docker stop app',
      'docker logs app',
      'docker rm app',
    ]);
  });

  it('takes a file out of an image in which nothing has to run', () => {
    expect(linesOf('    look: {take: /app, with: alpine:3.23, args: [od, /taken]}')).toEqual([
      'docker create --name look hello:current',
      'docker cp look:/app taken',
      'docker rm look',
      'docker run --rm --network none -v ./taken:/taken:ro alpine:3.23 od /taken',
    ]);
  });

  it('looks into a container that is started for it, and ends it', () => {
    expect(linesOf('    args: [wait]\n    look: {joins: pid, with: alpine:3.23, args: [ps]}')).toEqual([
      'docker run -d --name app --network none hello:current wait',
      'docker run --rm --network none --pid container:app alpine:3.23 ps',
      'docker rm -f app',
    ]);
  });

  it('looks with the image of another stage, after a while, with what the tool needs', () => {
    const scenario = scenarioWith(
      "    look: {joins: pid, stage: build, user: '65532', capabilities: [SYS_PTRACE], after: 1500ms, args: [ps]}",
    );
    const variant = {dockerfile: 'Dockerfile', buildArgs: {}, target: 'app'};
    expect([...stageLines(scenario, variant, names), ...scenarioLines(scenario, names)]).toEqual([
      'docker build --target build -t hello:current-build context',
      'docker run -d --name app --network none hello:current',
      'sleep 1.5',
      'docker run --rm --network none --pid container:app --user 65532 --cap-add SYS_PTRACE hello:current-build ps',
      'docker rm -f app',
    ]);
  });

  it('names the platform where there are several, in the image too', () => {
    const scenario = scenarioWith('    env: {}');
    const image = imageName('hello', 'current', 'linux/arm64');
    expect(scenarioLines(scenario, readerNames(image, 'greets'), 'linux/arm64')).toEqual([
      'docker run --rm --platform linux/arm64 --network none hello:current-arm64',
    ]);
  });
});

describe('lookingLines', () => {
  it("is the look alone, on a reader's own image", () => {
    const scenario = scenarioWith("    look: {inspect: image, args: ['{{json .Config.Entrypoint}}']}");
    expect(lookingLines(scenario, readerNames('IMAGE', 'greets'))).toEqual([
      "docker inspect --format '{{json .Config.Entrypoint}}' IMAGE",
    ]);
  });
});

describe('the lab', () => {
  const DNS =
    '    network: lab\n    dns:\n      records: [db.test. 60 IN A 10.0.0.5]\n      search: [a.test]';

  it('is started with the file of exactly that scenario, and the run mounts its resolv.conf', () => {
    const scenario = scenarioWith(DNS);
    expect(labLines(scenario, names).start).toBe(
      'docker run -d --name lab-greets --network none --sysctl net.ipv4.ip_unprivileged_port_start=0 -v ./runs/greets/lab.json:/lab.json:ro lab',
    );
    expect(scenarioLines(scenario, names)).toEqual([
      'docker run --rm --network container:lab-greets -v ./runs/greets/resolv.conf:/etc/resolv.conf:ro hello:current',
    ]);
    expect(mountedFiles(scenario, [])).toEqual([
      {
        path: 'runs/greets/resolv.conf',
        target: '/etc/resolv.conf',
        bytes: 'nameserver 127.0.0.1\nsearch a.test\n',
      },
    ]);
  });

  it('serves servers, search list and options by a resolv.conf with a line each', () => {
    expect(resolvConf({records: ['x. IN A 10.0.0.1'], options: ['ndots:2']})).toBe(
      'nameserver 127.0.0.1\noptions ndots:2\n',
    );
  });
});

describe('buildLine', () => {
  it('names what differs from a plain build, quoted', () => {
    expect(buildLine('hello:current', {buildArgs: {GO_VERSION: '1.22'}, dockerfile: 'Dockerfile'})).toBe(
      'docker build --build-arg GO_VERSION=1.22 -t hello:current context',
    );
    expect(
      buildLine(
        'hello:x-arm64',
        {buildArgs: {}, secrets: {netrc: 'netrc'}, dockerfile: 'other/Dockerfile', target: 'a b'},
        'linux/arm64',
      ),
    ).toBe(
      "docker build --platform linux/arm64 -f context/other/Dockerfile --target 'a b' --secret id=netrc,src=context/netrc -t hello:x-arm64 context",
    );
    expect(
      buildLine(
        'hello:x',
        {buildArgs: {PACKAGE: '.'}, buildPlatform: 'linux/arm64', dockerfile: 'Dockerfile'},
        'linux/amd64',
      ),
    ).toBe(
      'docker build --platform linux/amd64 --build-arg BUILDPLATFORM=linux/arm64 --build-arg BUILDARCH=arm64 --build-arg PACKAGE=. -t hello:x context',
    );
  });
});

it('quote leaves plain words alone, and no word is lost', () => {
  expect([quote('a/b:c'), quote(''), quote("it's")]).toEqual(['a/b:c', "''", "'it'\\''s'"]);
});

it('names the platform of a variant that is proved on another one than most machines are, or on several', () => {
  const built = (platforms: string) =>
    buildCommand(
      only(hello({'examples/hello/example.yaml': `${MANIFEST}platforms: [${platforms}]\n`})),
      'current',
      'linux/arm64',
    );
  expect(built('linux/arm64')).toBe('docker build --platform linux/arm64 -t hello:current-arm64 context');
  expect(built('linux/amd64, linux/arm64')).toBe(built('linux/arm64'));
  expect(built('linux/amd64')).toBe('docker build -t hello:current context');
});

describe('podLine', () => {
  const podOf = (look: string) => {
    const {look: read} = scenarioWith(`    look: {${look}}`);
    return read && podLine(read);
  };

  it('is the look beside a running container, in its pod', () => {
    expect(podOf('joins: pid, with: "alpine:3.23", args: [sh, -c, "grep Threads /proc/1/status"]')).toBe(
      "kubectl debug -it POD --image=alpine:3.23 --target=CONTAINER --profile=general -- sh -c 'grep Threads /proc/1/status'",
    );
  });

  it.each([
    ['of an image', 'take: /app, with: "alpine:3.23", args: [cat]'],
    ['of the engine', 'inspect: container, args: ["{{.Id}}"]'],
    ['by an image that has no name elsewhere', 'joins: network, stage: build, args: [cat]'],
  ])('is none for a look %s', (_, look) => {
    expect(podOf(look)).toBeUndefined();
  });
});
