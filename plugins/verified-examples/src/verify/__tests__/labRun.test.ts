import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, MANIFEST, only} from '../../__tests__/fixtures';
import type {Engine, RunRequest, RunResult, RunningContainer} from '../../engine/types';
import {scenariosOf} from '../../example/model/variant';
import {Rootfs} from '../inspect/rootfs';
import {runScenario} from '../runScenario';
import type {Session} from '../session';

const ENDED: RunResult = {
  exit: 0,
  stdout: Buffer.from('hello\n'),
  stderr: Buffer.alloc(0),
  seconds: 1,
  timedOut: false,
  flooded: false,
  outOfMemory: false,
  command: ['docker', 'run'],
};

/** What is mounted at a path, by the words of a run. */
function mountedAt({options}: RunRequest, target: string): string | undefined {
  const mount = options.find((word) => word.endsWith(`:${target}:ro`));
  return mount === undefined ? undefined : readFileSync(mount.split(':')[0] ?? '', 'utf8');
}

/** An engine whose lab prints these lines. What it was given is kept. */
function fakeEngine(printed: readonly string[], stderr: string) {
  const labs: unknown[] = [];
  const ran: {resolvConf: string | undefined; options: readonly string[]}[] = [];
  const stdout = Buffer.from(printed.map((line) => `${line}\n`).join(''));
  const ended = {...ENDED, stdout, stderr: Buffer.from(stderr)};
  const lab: RunningContainer = {
    name: 'lab-1',
    command: ['docker', 'run', 'lab'],
    says: (text) => Promise.resolve(stdout.includes(text)),
    ended: Promise.resolve(ended),
    stop: () => Promise.resolve(ended),
    close: () => Promise.resolve(),
  };
  const engine: Pick<Engine, 'start' | 'run' | 'shelve' | 'command' | 'byHand'> = {
    command: ['docker'],
    byHand: {prefix: ['docker'], env: {}},
    shelve: (folder) => Promise.resolve({path: folder, fill: () => Promise.resolve()}),
    start: (request) => {
      labs.push(JSON.parse(mountedAt(request, '/lab.json') ?? ''));
      return Promise.resolve(lab);
    },
    run: (request) => {
      ran.push({resolvConf: mountedAt(request, '/etc/resolv.conf'), options: request.options});
      return Promise.resolve(ENDED);
    },
  };
  return {engine, labs, ran};
}

async function runWith(dns: string, printed: readonly string[], {more = '', stderr = ''} = {}) {
  const manifest = MANIFEST.replace('    expect:', `    network: lab\n    dns:\n${dns}${more}    expect:`);
  const example = only(hello({'examples/hello/example.yaml': manifest, 'examples/_lab/main.go': 'lab'}));
  const [scenario] = scenariosOf(example.manifest, 'current');
  if (scenario === undefined) throw new Error('no scenario');
  const {engine, labs, ran} = fakeEngine(printed, stderr);
  const session: Session = {
    engine: engine as Engine,
    folder: folderWith({}),
    signal: new AbortController().signal,
    bases: new Map(),
    labImage: 'lab',
    tools: new Map(),
    builder: undefined,
    noCache: false,
    turns: (_, build) => build(),
    reproduce: false,
  };
  const run = await runScenario(session, {
    example,
    variant: 'current',
    scenario,
    image: 'hello',
    platform: 'linux/amd64',
    rootfs: new Rootfs(new Map()),
  });
  return {run, labs, ran};
}

const RECORDS = '      records: [db.test. 60 IN A 10.0.0.5]\n';
const seen = (type: string) =>
  `{"name":"db.test.","type":"${type}","transport":"udp","server":"127.0.0.1:53","edns":true,"sourcePort":1,"atMs":2}`;

describe('a scenario with name servers', () => {
  it('has one healthy one unless it says otherwise, and joins its network', async () => {
    const {labs, ran, run} = await runWith(RECORDS, ['ready', '{"queries":0}']);
    expect(labs).toEqual([
      {servers: [{listen: ['127.0.0.1:53'], records: ['db.test. 60 IN A 10.0.0.5'], faults: []}]},
    ]);
    expect(ran).toMatchObject([{resolvConf: 'nameserver 127.0.0.1\n'}]);
    expect(ran[0]?.options.slice(0, 2)).toEqual(['--network', 'container:lab-1']);
    expect(run).toMatchObject({ran: true, broken: []});
  });

  it('starts each server with its own records and faults', async () => {
    const dns = `${RECORDS}      servers:\n        - {listen: 127.0.0.1, faults: [{kind: silent, type: AAAA}]}\n        - {listen: 127.0.0.2, records: [db.test. 60 IN A 10.0.0.6]}\n      search: [a.test, b.test]\n      options: ['ndots:5', 'timeout:1']\n`;
    const {labs, ran} = await runWith(dns, ['ready', '{"queries":0}']);
    expect(labs).toMatchObject([
      {
        servers: [
          {listen: ['127.0.0.1:53'], faults: [{kind: 'silent', type: 'AAAA'}]},
          {listen: ['127.0.0.2:53'], records: ['db.test. 60 IN A 10.0.0.6'], faults: []},
        ],
      },
    ]);
    expect(ran[0]?.resolvConf).toBe(
      'nameserver 127.0.0.1\nnameserver 127.0.0.2\nsearch a.test b.test\noptions ndots:5 timeout:1\n',
    );
  });

  it('keeps the resolv.conf of the manifest', async () => {
    const more = '    files: [{path: /etc/resolv.conf, content: "nameserver 127.0.0.9\\n"}]\n';
    const {ran} = await runWith(`${RECORDS}      search: [a.test]\n`, ['ready', '{"queries":0}'], {more});
    expect(ran[0]?.resolvConf).toBe('nameserver 127.0.0.9\n');
  });

  it('records what the lab was asked, sorted', async () => {
    const {run} = await runWith(RECORDS, ['ready', seen('AAAA'), seen('A'), '{"queries":2}']);
    expect(run.result.dns.map(({type}) => type)).toEqual(['A', 'AAAA']);
  });

  it('is run again, and fails, when the engine lost some of what the lab printed', async () => {
    const {run, ran} = await runWith(RECORDS, ['ready', seen('A')]);
    expect(run).toMatchObject({lost: true, broken: ['the engine lost what the lab printed']});
    expect(ran).toHaveLength(3);
  });

  it("fails with the lab's words when the lab has no such fault, and runs nothing", async () => {
    const dns = `${RECORDS}      faults: [{kind: silent}]\n`;
    const {run, ran} = await runWith(dns, [], {stderr: 'lab: unknown kind "silent"\n'});
    expect(run).toMatchObject({ran: false, broken: ['the lab refused: lab: unknown kind "silent"']});
    expect(ran).toEqual([]);
  });
});
