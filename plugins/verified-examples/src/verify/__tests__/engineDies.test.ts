import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {folderWith, hello, HELLO, MANIFEST, only, proofOf} from '../../__tests__/fixtures';
import {DEFAULT_OPTIONS} from '../../settings';
import {openEngine} from '../../engine/open';
import {
  EngineError,
  NoEngineError,
  RegistryError,
  type BuildRequest,
  type BuildResult,
  type Engine,
} from '../../engine/types';
import {RECEIPT_SCHEMA} from '../../proof/model/receipt';
import {parseReceipt} from '../../proof/receipt/read';
import {formatReceipt} from '../../proof/receipt/write';
import {verifyCommand} from '../command';
import {EXIT} from '../exitCode';
import {TOOLBOX} from '../fixtures';
import {fakeEngine} from './support/fakeEngine';

vi.mock('../../engine/open', () => ({openEngine: vi.fn()}));

const DIGEST = `sha256:${'a'.repeat(64)}`;
const PIN = {digest: DIGEST, pinned: '2026-11-01'};
/** What `hello` has to lose: a proof of other bytes. */
const OLD = formatReceipt({schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proofOf(only(hello()))]});

let site: string;
let scratch: string;
let said: string;
beforeEach(() => {
  site = folderWith({
    ...HELLO,
    'examples/hello/receipt.json': OLD,
    'examples/early/example.yaml': MANIFEST.replace('id: hello', 'id: early'),
    'examples/early/Dockerfile': HELLO['examples/hello/Dockerfile'] ?? '',
    'plugins/base-images/pins.json': JSON.stringify({'golang:1.27': PIN, [TOOLBOX]: PIN}),
  });
  scratch = path.join(site, 'tmp');
  mkdirSync(scratch);
  vi.stubEnv('TMPDIR', scratch);
  said = '';
  const listen = (text: string | Uint8Array) => {
    said += stripVTControlCharacters(String(text));
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const exampleOf = ({context}: BuildRequest) => path.basename(context).split('-')[0] ?? '';
const receipt = (example: string) =>
  readFileSync(path.join(site, 'examples', example, 'receipt.json'), 'utf8');

/** An engine that dies when it builds `hello`; of every other build it does what is given. */
function dying(
  build: (request: BuildRequest) => Promise<BuildResult> = (request) => fakeEngine().build(request),
): Engine & {asked: string[]} {
  const asked: string[] = [];
  const note = (what: string) => () => {
    asked.push(what);
    return Promise.resolve();
  };
  return {
    ...fakeEngine(),
    ...{asked, sweep: note('sweep'), close: note('close'), keep: () => undefined},
    resolveDigest: () => Promise.resolve(DIGEST),
    build: (request) =>
      exampleOf(request) === 'hello'
        ? Promise.reject(new EngineError('dockerd ended by itself'))
        : build(request),
  };
}

function verify(engine: Engine | Error, raw: Record<string, string> = {}): Promise<number> {
  const opened = vi.mocked(openEngine);
  if (engine instanceof Error) opened.mockRejectedValue(engine);
  else opened.mockResolvedValue(engine);
  const plugin = {id: 'default', ...DEFAULT_OPTIONS};
  return verifyCommand({siteDir: site, plugin, ids: [], raw: {bases: 'registry', ...raw}});
}

describe('an engine that dies in the middle of a build', () => {
  it('ends the run as failed; what was proved before is told and kept, and other receipts are as they were', async () => {
    const engine = dying();
    const json = path.join(site, 'run.json');
    expect(await verify(engine, {jobs: '1', json})).toBe(EXIT.failed);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      ended: 'dockerd ended by itself',
      jobs: [{example: 'early', status: 'proved'}],
    });
    expect(said).toMatch(/^✓ \[1\/2\] early \(current, linux\/amd64\): proved in /m);
    expect(said).toMatch(/\ndockerd ended by itself\n$/);
    expect(parseReceipt(receipt('early'), 'early')).toMatchObject({receipt: {proofs: [{world: 'registry'}]}});
    expect(receipt('hello')).toBe(OLD);
    expect(engine.asked.at(-1)).toBe('close');
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('ends what else is under way, of which nothing is written', async () => {
    const ended: string[] = [];
    const engine = dying((request) => {
      return new Promise((_, reject) => {
        const end = () => {
          ended.push(exampleOf(request));
          reject(new Error('aborted'));
        };
        if (request.signal.aborted) end();
        else request.signal.addEventListener('abort', end);
      });
    });
    expect(await verify(engine, {jobs: '2'})).toBe(EXIT.failed);
    expect(ended).toEqual(['early']);
    expect(said).toMatch(/\ndockerd ended by itself\n$/);
    expect(readdirSync(path.join(site, 'examples/early'))).not.toContain('receipt.json');
    expect(receipt('hello')).toBe(OLD);
  });
});

it('says why the engine died also when it can be neither swept nor closed', async () => {
  let dead = false;
  const answer = () =>
    dead ? Promise.reject(new EngineError('Cannot connect to the Docker daemon')) : Promise.resolve();
  const engine: Engine = {
    ...{...dying(), sweep: answer, close: answer},
    build: () => {
      dead = true;
      return Promise.reject(new EngineError('no space left on device'));
    },
  };
  expect(await verify(engine)).toBe(EXIT.failed);
  expect(said).toMatch(/^Cleaning up failed too: Cannot connect to the Docker daemon$/m);
  expect(said).toMatch(/\nno space left on device\n$/);
});

describe('a run that cannot begin', () => {
  it.each([
    ['an engine', () => new NoEngineError('no engine answers')],
    [
      'a registry',
      () => ({...dying(), resolveDigest: () => Promise.reject(new RegistryError('no registry answers'))}),
    ],
  ])('for want of %s is told from one that failed', async (_, engine) => {
    expect(await verify(engine())).toBe(EXIT.unavailable);
    expect(said).toMatch(/^no (engine|registry) answers\n$/m);
    expect(receipt('hello')).toBe(OLD);
  });
});
