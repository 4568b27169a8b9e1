import {describe, expect, it} from 'vitest';
import {CASES, type Case} from '../cases';
import {ENGINES, type Kind} from '../engines';
import type {Words} from '../model';
import {readReceipt} from '../receipts';
import {splitLine, tellingOf, textOf} from '../split';

const SITE = process.cwd();

function engine(id: string) {
  const found = ENGINES.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function caseOf(id: string): Case {
  const found = CASES.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const recorded = (id: string, name: string) =>
  tellingOf(engine(id), caseOf(name), readReceipt(SITE, id).cases[name]);

describe('a line of an engine', () => {
  const lines: readonly [Kind, string][] = [
    [
      'docker',
      'docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app": is a directory: unknown: permission denied.',
    ],
    ['docker', '{"msg":"exec container process `/app`: Exec format error","level":"error","time":"TIME"}'],
    ['docker', 'exec /app: exec format error'],
    [
      'podman',
      'Error: crun: executable file `app` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found',
    ],
    ['ctr', 'ctr: mount callback failed on /tmp/containerd-mountN: no users found'],
    [
      'cri',
      'time="TIME" level=fatal msg="creating container: rpc error: code = Unknown desc = failed to create containerd container: no users found"',
    ],
    [
      'buildah',
      'error running container: from /usr/bin/crun creating container for [/bin/sh -c app]: executable file `/bin/sh` not found: No such file or directory',
    ],
  ];

  it('is split into what an engine adds and the cause', () => {
    expect(
      lines.map(([kind, line]) => Object.values(splitLine(kind, line)).join(' | ')).join('\n'),
    ).toMatchSnapshot();
  });

  it('loses no character', () => {
    for (const [kind, line] of lines) expect(textOf({place: 'log', ...splitLine(kind, line)})).toBe(line);
  });
});

describe('the words of a case', () => {
  const missing = caseOf('missing-file');
  const docker = engine('docker-trixie-runc');
  const said = (more: Partial<Words>): Words => ({
    ...{
      before: [],
      command: 'docker run x',
      files: {},
      exit: 1,
      stdout: '',
      stderr: '',
      state: null,
      log: null,
    },
    ...more,
  });

  it('are found where a reader sees them', () => {
    expect(recorded('docker-trixie-runc', 'missing-file')?.place).toBe('command');
    expect(recorded('docker-trixie-runc', 'detached-missing-loader')?.place).toBe('log');
    expect(recorded('cri-trixie-runc', 'missing-file')?.place).toBe('message');
    expect(recorded('cri-trixie-runc', 'missing-loader')?.place).toBe('log');
  });

  it('are refused when the cause is in none of them', () => {
    expect(() => tellingOf(docker, missing, said({stderr: 'hello\n'}))).toThrowErrorMatchingSnapshot();
  });

  it('are refused when a line has words around the cause that no pattern knows', () => {
    const stderr = 'docker: rpc error: exec: "/srv/app": no such file or directory\n';
    expect(() => tellingOf(docker, missing, said({stderr}))).toThrowErrorMatchingSnapshot();
  });

  it('are refused when a case that prints nothing prints something', () => {
    const silent = caseOf('out-of-memory');
    expect(tellingOf(docker, silent, said({stdout: 'ID\n'}))).toBeUndefined();
    expect(() => tellingOf(docker, silent, said({log: 'Killed\n'}))).toThrowErrorMatchingSnapshot();
  });
});
