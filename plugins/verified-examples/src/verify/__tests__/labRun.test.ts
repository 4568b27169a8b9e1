import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, MANIFEST, only} from '../../__tests__/fixtures';
import type {Engine, RunRequest, RunResult, RunningContainer} from '../../engine/types';
import {scenariosOf} from '../../example/model/variant';
import {Rootfs} from '../inspect/rootfs';
import type {Session} from '../session';
import {resolvConf} from '../resolvConf';
import {runScenario} from '../runScenario';

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

interface Request {
  id: number;
  op: string;
}

/** An engine whose lab says what `answer` says. Everything asked of it is kept. */
function fakeEngine(answer: (request: Request) => Record<string, unknown>) {
  const asked: Request[] = [];
  const ran: {resolvConf: string | undefined}[] = [];
  const lines: string[] = ['{"protocol":1,"ready":true}'];
  let wake: () => void = () => undefined;
  async function* stdout() {
    for (;;) {
      const line = lines.shift();
      if (line !== undefined) yield line;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  const lab: RunningContainer = {
    name: 'lab',
    command: ['docker', 'run', 'lab'],
    lines: stdout(),
    ended: new Promise(() => undefined),
    write: (text) => {
      const request = JSON.parse(text) as Request;
      asked.push(request);
      lines.push(JSON.stringify({id: request.id, error: '', ...answer(request)}));
      wake();
    },
    stop: () => Promise.resolve(ENDED),
    close: () => Promise.resolve(),
  };
  const engine: Pick<Engine, 'start' | 'run' | 'command' | 'byHand'> = {
    command: ['docker'],
    byHand: {prefix: ['docker'], env: {}},
    start: () => Promise.resolve(lab),
    run: ({mounts}: RunRequest) => {
      const source = mounts['/etc/resolv.conf'];
      ran.push({resolvConf: source === undefined ? undefined : readFileSync(source, 'utf8')});
      return Promise.resolve(ENDED);
    },
  };
  return {engine, asked, ran};
}

async function runWith(dns: string, answer: (request: Request) => Record<string, unknown>, more = '') {
  const manifest = MANIFEST.replace('    expect:', `    network: lab\n    dns:\n${dns}${more}    expect:`);
  const example = only(hello({'examples/hello/example.yaml': manifest, 'examples/_lab/main.go': 'lab'}));
  const [scenario] = scenariosOf(example.manifest, 'current');
  if (scenario === undefined) throw new Error('no scenario');
  const {engine, asked, ran} = fakeEngine(answer);
  const session: Session = {
    engine: engine as Engine,
    folder: folderWith({}),
    signal: new AbortController().signal,
    bases: new Map(),
    labImage: 'lab',
    toolboxImage: undefined,
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
  return {run, asked, ran};
}

const RECORDS = '      records: [db.test. 60 IN A 10.0.0.5]\n';
const answers = ({op}: Request) => (op === 'queries' ? {queries: []} : {});

describe('a scenario with name servers', () => {
  it('has one healthy one unless it says otherwise', async () => {
    const {asked, ran, run} = await runWith(RECORDS, answers);
    expect(asked[0]).toEqual({
      id: 1,
      op: 'dns',
      listen: ['127.0.0.1:53'],
      records: ['db.test. 60 IN A 10.0.0.5'],
      faults: [],
    });
    expect(ran).toEqual([{resolvConf: 'nameserver 127.0.0.1\n'}]);
    expect(run).toMatchObject({ran: true, broken: []});
  });

  it('starts each server with its own records and faults', async () => {
    const dns = `${RECORDS}      servers:\n        - {listen: 127.0.0.1, faults: [{kind: silent, type: AAAA}]}\n        - {listen: 127.0.0.2, records: [db.test. 60 IN A 10.0.0.6]}\n      search: [a.test, b.test]\n      options: ['ndots:5', 'timeout:1']\n`;
    const {asked, ran} = await runWith(dns, answers);
    expect(asked.map(({op}) => op)).toEqual(['dns', 'dns', 'queries']);
    expect(asked.slice(0, 2)).toMatchObject([
      {
        listen: ['127.0.0.1:53'],
        records: ['db.test. 60 IN A 10.0.0.5'],
        faults: [{kind: 'silent', type: 'AAAA'}],
      },
      {listen: ['127.0.0.2:53'], records: ['db.test. 60 IN A 10.0.0.6'], faults: []},
    ]);
    expect(ran).toEqual([
      {
        resolvConf:
          'nameserver 127.0.0.1\nnameserver 127.0.0.2\nsearch a.test b.test\noptions ndots:5 timeout:1\n',
      },
    ]);
  });

  it('keeps the resolv.conf of the manifest', async () => {
    const file = '    files: [{path: /etc/resolv.conf, content: "nameserver 127.0.0.9\\n"}]\n';
    const {ran} = await runWith(`${RECORDS}      search: [a.test]\n`, answers, file);
    expect(ran).toEqual([{resolvConf: 'nameserver 127.0.0.9\n'}]);
  });

  it("fails with the lab's words when the lab refuses, and runs nothing", async () => {
    const dns = `${RECORDS}      faults: [{kind: silent}]\n`;
    const {run, ran} = await runWith(dns, ({op}) => (op === 'dns' ? {error: 'address in use'} : {}));
    expect(run).toMatchObject({ran: false, broken: ['the lab refused: address in use']});
    expect(ran).toEqual([]);
  });
});

describe('resolvConf', () => {
  it('names servers, search list and options, each on its line', () => {
    expect(resolvConf({records: ['x. IN A 10.0.0.1'], options: ['ndots:2']})).toBe(
      'nameserver 127.0.0.1\noptions ndots:2\n',
    );
  });
});
