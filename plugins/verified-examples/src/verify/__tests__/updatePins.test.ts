import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {folderWith, HELLO} from '../../__tests__/fixtures';
import {openEngine} from '../../engine/open';
import {DEFAULT_OPTIONS} from '../../settings';
import {verifyCommand} from '../command';
import {EXIT} from '../exitCode';
import type {RawOptions} from '../flags';
import {fakeEngine} from './support/fakeEngine';

vi.mock('../../engine/open', () => ({openEngine: vi.fn()}));

const [OLD, NEW] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];
const BASES = ['golang:1.27', 'golang:1.27-trixie'];

let site: string;
let said: string;
let asked: string[];
beforeEach(() => {
  site = folderWith({...HELLO, 'plugins/base-images/note': ''});
  const scratch = path.join(site, 'tmp');
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

/** Runs `verify` where every tag has this digest. */
function verify(digest: string, raw: RawOptions = {}): Promise<number> {
  asked = [];
  const done = () => Promise.resolve();
  vi.mocked(openEngine).mockResolvedValue({
    ...{...fakeEngine(), sweep: done, close: done, keep: () => undefined},
    forgetBuilds: () => Promise.resolve(false),
    resolveDigest: (ref) => {
      asked.push(ref);
      return Promise.resolve(digest);
    },
  });
  const plugin = {id: 'default', ...DEFAULT_OPTIONS};
  return verifyCommand({siteDir: site, plugin, ids: [], raw: {bases: 'registry', ...raw}});
}

const pinned = () =>
  Object.keys(JSON.parse(readFileSync(path.join(site, 'plugins/base-images/pins.json'), 'utf8')) as object);

describe('a run against registries', () => {
  it.each(['registry', 'auto'])(
    'asks for each base once that has no pin yet, with --bases %s',
    async (bases) => {
      expect(await verify(OLD, {bases})).toBe(EXIT.proved);
      expect(asked.sort()).toEqual(BASES);
      expect(pinned()).toEqual(BASES);
    },
  );

  it('asks for each base once that has a pin', async () => {
    await verify(OLD);
    expect(await verify(OLD, {check: true})).toBe(EXIT.proved);
    expect(asked.sort()).toEqual(BASES);
  });

  it('asks for each base once with --update-pins, and counts what new pins made stale', async () => {
    await verify(OLD);
    said = '';
    expect(await verify(NEW, {updatePins: true})).toBe(EXIT.proved);
    expect(asked.sort()).toEqual(BASES);
    expect(said).toMatch(/^✓ \[1\/1\] hello \(current, linux\/amd64\): proved/m);
    expect(said).not.toMatch(/\/0\]/);
  });
});
