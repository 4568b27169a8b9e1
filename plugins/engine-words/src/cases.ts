import {isBuilder, type Engine, type Kind} from './engines';
import {DASH, GLIBC, SHELL, type ImageSpec} from './imageSpec';

/** How a container is run, in words that every kind of engine has an option for. */
export interface RunOptions {
  detach?: true;
  workdir?: string;
  readOnly?: true;
  /** System call that a seccomp profile of one rule refuses with EPERM. */
  refuse?: string;
  memoryMegabytes?: number;
  processes?: number;
  /** The container waits, and this is what is run in it. */
  exec?: readonly string[];
}

export interface Case {
  id: string;
  title: string;
  image: ImageSpec;
  run: RunOptions;
  /** A line of a Dockerfile: the case is one of builders, and its image is what FROM names. */
  step?: string;
  /** What the text of every engine has in it; null: nothing is printed. */
  says: RegExp | null;
  /** Pages of symptoms that show these words. */
  symptoms: readonly string[];
  /** Kinds that have no such option, and why. */
  gaps?: Partial<Readonly<Record<Kind, string>>>;
}

interface Options extends Partial<Pick<Case, 'run' | 'symptoms' | 'gaps' | 'step'>> {
  image?: Omit<ImageSpec, 'name'>;
}

const STARTED: ImageSpec['files'] = {app: {program: 'static'}};
const APP: Omit<ImageSpec, 'name'> = {files: STARTED, entrypoint: ['/app']};
const script = (text: string): Omit<ImageSpec, 'name'> => ({
  files: {...SHELL, 'entrypoint.sh': {text, mode: 0o755}},
  entrypoint: ['/entrypoint.sh'],
});
const doing = (what: string): Omit<ImageSpec, 'name'> => ({...APP, cmd: [what]});

function one(id: string, title: string, says: RegExp | null, options: Options): Case {
  const {image = APP, run = {}, symptoms = [], ...rest} = options;
  return {id, title, says, run, symptoms, ...rest, image: {name: id, ...image}};
}

const NOT_FOUND = /no such file or directory|not found/i;
const DENIED = /permission denied|not permitted|is a directory/i;
const LOADER: Omit<ImageSpec, 'name'> = {files: {app: {program: 'glibc'}}, entrypoint: ['/app']};
const NO_FILE: Omit<ImageSpec, 'name'> = {...APP, entrypoint: ['/srv/app']};

const ATTACHED = 'ctr run --detach starts the program as `ctr run` does, and keeps no log';
const KUBELET = 'a kubelet always starts containers detached';
const PROCESSES = 'has no such option; the kubelet sets the limit for a whole pod';

export const CASES: readonly Case[] = [
  one('missing-file', 'The entrypoint names a file that is not in the image', NOT_FOUND, {
    image: NO_FILE,
    symptoms: ['stat-no-such-file'],
  }),
  one('not-in-path', 'The entrypoint is a name that no folder of PATH has', NOT_FOUND, {
    image: {...APP, entrypoint: ['app'], files: {'opt/app': {program: 'static'}}},
    symptoms: ['executable-not-found-in-path'],
  }),
  one('missing-loader', 'The program is there, its loader is not', NOT_FOUND, {
    image: LOADER,
    symptoms: [
      'exec-no-such-file-without-libc',
      'exec-no-such-file-or-directory',
      'exec-no-such-file-musl-on-glibc',
      'exec-no-such-file-pure-go-pie',
    ],
  }),
  one('missing-interpreter', 'A script, and its shell is not in the image', NOT_FOUND, {
    image: script('#!/bin/bash\necho started\n'),
    symptoms: ['script-shell-missing'],
  }),
  one('script-crlf', 'A script with the line ends of Windows', NOT_FOUND, {
    image: script('#!/bin/sh\r\necho started\r\n'),
    symptoms: ['script-crlf'],
  }),
  one('other-machine', 'A program for another machine', /exec format error/i, {
    image: {...APP, files: {app: {program: 'machine'}}},
    symptoms: ['exec-format-error-machine'],
  }),
  one('script-without-shebang', 'A script without its first line', /exec format error/i, {
    image: script('echo started\n'),
    symptoms: ['exec-format-error-script'],
  }),
  one('not-executable', 'The program may not be executed', DENIED, {
    image: {...APP, files: {app: {program: 'static', mode: 0o644}}},
    symptoms: ['permission-denied-not-executable'],
  }),
  one('directory', 'The entrypoint is a directory', DENIED, {
    image: {...APP, files: {app: {directory: true}}},
    symptoms: ['permission-denied-directory'],
  }),
  one('shell-form', 'The shell form, in an image without a shell', NOT_FOUND, {
    image: {files: STARTED, cmd: ['/bin/sh', '-c', '/app']},
    symptoms: ['shell-form-without-shell'],
  }),
  one('exec-without-shell', 'A shell is asked for in a running container that has none', NOT_FOUND, {
    image: doing('wait'),
    run: {exec: ['/bin/sh']},
    symptoms: ['no-shell-in-image'],
  }),
  one('exec-not-in-path', 'A name is asked for that no folder of PATH has', NOT_FOUND, {
    image: doing('wait'),
    run: {exec: ['sh']},
  }),
  one('detached-missing-file', 'A missing file, started in the background', NOT_FOUND, {
    image: NO_FILE,
    run: {detach: true},
    gaps: {ctr: ATTACHED, cri: KUBELET},
  }),
  one('detached-missing-loader', 'A missing loader, started in the background', NOT_FOUND, {
    image: LOADER,
    run: {detach: true},
    gaps: {ctr: ATTACHED, cri: KUBELET},
  }),
  one(
    'unknown-user',
    'The image names a user that is not in its passwd file',
    /unable to find user app|no users found/,
    {
      image: {...APP, user: 'app'},
      symptoms: ['unable-to-find-user'],
    },
  ),
  one(
    'unknown-group',
    'The image names a group that is not in its group file',
    /unable to find group app|no groups found/,
    {
      image: {...APP, user: '0:app'},
      symptoms: ['unable-to-find-group'],
    },
  ),
  one('workdir-is-a-file', 'The working directory is a file', /not a directory/i, {
    run: {workdir: '/app'},
    symptoms: ['working-directory-is-a-file'],
  }),
  one('workdir-missing', 'The working directory is not in the image', /started|does not exist/, {
    run: {workdir: '/nope'},
  }),
  one('read-only', 'A file system that is read-only', /read-only file system/, {
    image: doing('write'),
    run: {readOnly: true},
    symptoms: ['open-read-only-file-system'],
  }),
  one('clone3-refused', 'A seccomp profile refuses clone3', /not permitted/, {
    image: {...doing('threads'), files: {...GLIBC, app: {program: 'glibc'}}},
    run: {refuse: 'clone3'},
    symptoms: ['pthread-create-not-permitted'],
  }),
  one('faccessat2-refused', 'A seccomp profile refuses faccessat2', /says no/, {
    image: {
      files: {...GLIBC, ...DASH, ...STARTED},
      cmd: ['/bin/sh', '-c', 'test -x /app && echo "test -x says yes" || echo "test -x says no"'],
    },
    run: {refuse: 'faccessat2'},
  }),
  one('out-of-memory', 'More memory than the limit', null, {
    image: doing('memory'),
    run: {memoryMegabytes: 32},
  }),
  one('processes', 'More threads than the limit of processes', /failed to create new OS thread/, {
    image: doing('threads'),
    run: {processes: 10},
    symptoms: ['failed-to-create-new-os-thread'],
    gaps: {ctr: PROCESSES, cri: PROCESSES},
  }),
  one('run-not-found', 'A RUN step names a program that is not there', NOT_FOUND, {
    image: {files: {...GLIBC, ...DASH}},
    step: 'RUN app',
  }),
  one('run-without-shell', 'A RUN step in an image without a shell', NOT_FOUND, {
    image: {files: STARTED},
    step: 'RUN app',
    symptoms: ['no-shell-in-image'],
  }),
  one('run-missing-loader', 'A RUN step starts a program whose loader is missing', NOT_FOUND, {
    image: {files: LOADER.files},
    step: 'RUN ["/app"]',
  }),
  one('copy-missing', 'A COPY names a file that is not in the context', NOT_FOUND, {
    image: {files: SHELL},
    step: 'COPY nothing /',
  }),
];

/** The cases that an engine is asked; a case that it has no option for is a declared gap. */
export function casesOf({kind}: Engine): Case[] {
  return CASES.filter(
    ({step, gaps}) => (step !== undefined) === isBuilder(kind) && gaps?.[kind] === undefined,
  );
}
