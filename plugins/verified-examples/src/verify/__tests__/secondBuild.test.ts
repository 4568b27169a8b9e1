import {pack} from 'tar-stream';
import {expect, it} from 'vitest';
import {folderWith, hello, identity, only} from '../../__tests__/fixtures';
import type {BuildRequest, BuildResult, Engine, RunRequest} from '../../engine/types';
import {ownIdentity} from '../../engine/identity';
import {BORDER} from '../../inspect/binary';
import type {Job} from '../plan';
import {prove} from '../prove';
import type {Session} from '../session';

const TOOLS = `ELF Header:
  Type:                              EXEC (Executable file)
  Machine:                           Advanced Micro Devices X86-64
${BORDER}
/inspect/app: go1.27.4
\tbuild\tCGO_ENABLED=0
`;

function rootfs(program: string): AsyncIterable<Uint8Array> {
  const tar = pack();
  tar.entry({name: 'app'}, program);
  tar.finalize();
  return tar as AsyncIterable<Uint8Array>;
}

/** An engine on which `hello` holds, and whose clean build ends as given. */
function engine(clean: Partial<BuildResult>, programs: readonly string[]): Engine {
  const exported = [...programs];
  const part: Partial<Engine> = {
    ...{name: 'docker', version: '28.0.0', builder: 'BuildKit', runtime: 'runc', command: ['docker']},
    byHand: {prefix: ['docker'], env: {}},
    identity: ownIdentity(),
    build: ({noCache, tag}: BuildRequest) =>
      Promise.resolve({
        ...{succeeded: true, output: '', seconds: 1, timedOut: false},
        command: ['docker', 'build', '-t', tag],
        ...(noCache && clean),
      }),
    inspectImage: () =>
      Promise.resolve({
        ...{id: 'x', platform: 'linux/amd64', layers: 1, user: '', workdir: ''},
        ...{entrypoint: ['/app'], cmd: [], env: []},
      }),
    exportImage: () => rootfs(exported.shift() ?? ''),
    run: ({image}: RunRequest) =>
      Promise.resolve({
        ...{exit: 0, seconds: 1, stderr: Buffer.from(''), command: ['docker', 'run', image]},
        ...{timedOut: false, flooded: false, outOfMemory: false},
        stdout: Buffer.from(image === 'toolbox' ? TOOLS : 'hello\n'),
      }),
    removeImage: () => Promise.resolve(),
  };
  return part as Engine;
}

function proveWith(clean: Partial<BuildResult>, programs: readonly string[] = ['same', 'same']) {
  const session: Session = {
    engine: engine(clean, programs),
    folder: folderWith({}),
    signal: new AbortController().signal,
    bases: new Map(),
    ...{labImage: undefined, toolboxImage: 'toolbox', builder: undefined, noCache: false, reproduce: true},
    turns: (_, build) => build(),
  };
  const job: Job = {
    ...{example: only(hello()), variant: 'current', platform: 'linux/amd64'},
    ...{world: 'rebuilt', reason: ''},
  };
  return prove(session, job, identity, () => undefined);
}

const reproducible = async (programs: string[]) =>
  (await proveWith({}, programs)).proof?.image?.binary?.reproducible;

it('a second build says whether the program came out the same', async () => {
  expect(await reproducible(['same', 'same'])).toBe(true);
  expect(await reproducible(['same', 'other'])).toBe(false);
});

it.each([
  ['fails', {succeeded: false, output: 'go: no space left on device\n'}, 'go: no space left on device'],
  ['takes too long', {succeeded: false, timedOut: true, output: 'go build\n'}, 'killed after 15m\ngo build'],
])('a second build that %s fails the job, and says nothing of the program', async (_, clean, got) => {
  const attempt = await proveWith(clean);
  expect(attempt.proof).toBeUndefined();
  expect(attempt.failures).toMatchObject([
    {scenario: null, what: 'second build, clean', expected: 'success', got},
  ]);
  expect(attempt.failures[0]?.command).toMatch(/^docker build -t .*-again/);
  expect(attempt.keptImage).toBeDefined();
});
