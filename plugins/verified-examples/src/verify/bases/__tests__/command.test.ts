import {stripVTControlCharacters} from 'node:util';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {rebuildBases} from '../../../../../base-images/src';
import {DEFAULT_OPTIONS} from '../../../settings';
import {EXIT} from '../../exitCode';
import type {RawOptions} from '../../flags';
import {basesCommand} from '../command';

vi.mock('../../../../../base-images/src/machine/tools', () => ({requireTools: vi.fn()}));

let said: string;
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += stripVTControlCharacters(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function bases(refs: readonly string[], raw: RawOptions): Promise<number> {
  const plugin = {id: 'default', ...DEFAULT_OPTIONS};
  return basesCommand({siteDir: '/none', plugin, refs, raw: {platform: 'linux/amd64', ...raw}});
}

it.each([
  [
    ['alpine:3.2'],
    {},
    'alpine:3.2 is not in the catalogue; nearest: alpine:3.23, alpine:3.17, alpine:3.19\n',
  ],
  [
    ['golang:1.26-trixie', 'docker.io/library/golang:1.26'],
    {platform: 'linux/arm64'},
    'golang:1.26-trixie has no recipe for linux/arm64, only for linux/amd64\n' +
      'docker.io/library/golang:1.26 has no recipe for linux/arm64, only for linux/amd64\n',
  ],
  [[], {platform: 'linux/riscv64'}, '--platform: expected linux/amd64 or linux/arm64, got linux/riscv64\n'],
  [['alpine:3.23'], {used: true}, '--used says which bases; it stands alone.\n'],
])('refuses %j with %j as wrong usage', async (refs, raw, message) => {
  expect(await bases(refs, raw)).toBe(EXIT.usage);
  expect(said).toBe(message);
});

it('tells a base without a recipe for a platform from an error of this program', async () => {
  const request = {cacheDir: '/none', signal: AbortSignal.abort(), onProgress: vi.fn()};
  await expect(
    rebuildBases(['golang:1.26-trixie'], {...request, platform: 'linux/arm64'}),
  ).rejects.toMatchObject({
    name: 'CannotRebuildError',
    message: 'these bases have no recipe for linux/arm64:\n- golang:1.26-trixie: only for linux/amd64',
  });
});
