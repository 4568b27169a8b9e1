import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {execa} from 'execa';

/** See there what it does. */
const ENTER = join(__dirname, 'enter.sh');

export interface Said {
  exit: number;
  stdout: string;
  stderr: string;
}

/** A root that was entered. All that runs in it ends with it, and it ends with this process. */
export interface Session {
  /** Where `/words` of the root is on this machine. */
  folder: string;
  /** Runs a command in `/words/case`, whatever comes out. @throws Error when it does not end in time */
  run: (command: string) => Promise<Said>;
  /** Starts what runs until the session ends; its output goes to `/words/daemon.log`. */
  start: (command: string) => void;
  close: () => Promise<void>;
}

interface Request {
  root: string;
  /** Empty folder for what is written. */
  work: string;
  /** Folders of this machine, by the path at which the root sees each; without white space. */
  binds: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

const START_MS = 20_000;
const COMMAND_MS = 120_000;
const ENV = [
  'env',
  '-i',
  'PODMAN_IGNORE_CGROUPSV1_WARNING=1',
  'PATH=/words/bin:/go/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  'HOME=/root',
  'LC_ALL=C',
];

/** Enters a root: with mounts and processes of its own, on the machine's network. */
export async function enter({root, work, binds, signal}: Request): Promise<Session> {
  const folder = join(work, 'words');
  mkdirSync(join(folder, 'case'), {recursive: true});
  const bound = Object.entries(binds)
    .map(([at, from]) => `${from}=${at}`)
    .join(' ');
  const own = ['unshare', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child=KILL'];
  const first = spawn('setpriv', ['--pdeathsig', 'KILL', ...own, 'sh', ENTER, root, work, bound], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  first.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    first.once('close', () => {
      resolve();
    });
  });
  const close = async (): Promise<void> => {
    first.kill('SIGKILL');
    await ended;
  };
  const limit = performance.now() + START_MS;
  const entered = () => existsSync(`/proc/${childOf(first.pid)}/root/run/entered`);
  while (!entered()) {
    if (signal.aborted || first.exitCode !== null || performance.now() > limit) {
      await close();
      signal.throwIfAborted();
      throw new Error(`${root} could not be entered: ${said.trim()}`);
    }
    await delay(20);
  }
  const target = ['--target', childOf(first.pid), '--mount', '--pid'];
  const inside = (command: string) => [...target, ...ENV, 'sh', '-c', `cd /words/case && ${command}`];
  return {
    folder,
    run: async (command) => {
      const options = {cancelSignal: signal, reject: false, stripFinalNewline: false} as const;
      const result = await execa('nsenter', inside(command), {
        ...options,
        timeout: COMMAND_MS,
        stdin: 'ignore',
      });
      signal.throwIfAborted();
      if (result.exitCode === undefined)
        throw new Error(`${command}: ${result.shortMessage}\n${result.stderr}`);
      return {exit: result.exitCode, stdout: result.stdout, stderr: result.stderr};
    },
    start: (command) => {
      spawn('nsenter', inside(`exec ${command} >> /words/daemon.log 2>&1`), {stdio: 'ignore'}).unref();
    },
    close,
  };
}

/** The only child of a process, the first of the namespace that it made; "0" while there is none. */
function childOf(pid: number | undefined): string {
  if (pid === undefined) return '0';
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim() || '0';
  } catch {
    return '0';
  }
}
