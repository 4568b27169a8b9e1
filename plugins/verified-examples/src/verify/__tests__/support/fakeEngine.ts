import {pack} from 'tar-stream';
import {ownIdentity} from '../../../engine/identity';
import type {BuildRequest, BuildResult, Engine, RunRequest} from '../../../engine/types';
import {BORDER} from '../../inspect/binary';

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

/** The part of an engine on which `hello` holds, and whose clean build ends as given; it has every image. */
export function fakeEngine(clean: Partial<BuildResult> = {}, programs: readonly string[] = []): Engine {
  const exported = [...programs];
  const part: Partial<Engine> = {
    ...{name: 'docker', version: '28.0.0', builder: 'BuildKit', runtime: 'runc', command: ['docker']},
    platform: 'linux/amd64',
    byHand: {prefix: ['docker'], env: {}},
    identity: ownIdentity(),
    build: ({noCache, tag}: BuildRequest) =>
      Promise.resolve({
        ...{succeeded: true, output: '', seconds: 1, timedOut: false},
        command: ['docker', 'build', '-t', tag],
        ...(noCache && clean),
      }),
    hasImage: () => Promise.resolve(true),
    inspectImage: () =>
      Promise.resolve({
        ...{id: 'x', platform: 'linux/amd64', layers: 1, user: '', workdir: ''},
        ...{entrypoint: ['/app'], cmd: [], env: []},
      }),
    shelve: (folder) => Promise.resolve({path: folder, fill: () => Promise.resolve()}),
    exportImage: () => rootfs(exported.shift() ?? ''),
    run: ({image, options}: RunRequest) =>
      Promise.resolve({
        ...{exit: 0, seconds: 1, stderr: Buffer.from(''), command: ['docker', 'run', image]},
        ...{timedOut: false, flooded: false, outOfMemory: false},
        stdout: Buffer.from(options.some((word) => word.includes('/inspect/app')) ? TOOLS : 'hello\n'),
      }),
    removeImage: () => Promise.resolve(),
  };
  return part as Engine;
}
