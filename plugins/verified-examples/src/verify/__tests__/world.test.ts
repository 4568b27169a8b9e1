import {describe, expect, it, vi} from 'vitest';
import {EngineError, RegistryError} from '../../engine/types';
import {movedTags, resolveAll} from '../pins';
import {chooseWorld, type WorldRequest} from '../world';

const {signal} = new AbortController();
const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const said: string[] = [];

function request(
  asked: WorldRequest['asked'],
  resolveDigest: (ref: string) => Promise<string>,
): WorldRequest {
  said.length = 0;
  return {
    asked,
    pins: {'alpine:3.23': {digest: A, pinned: '2026-01-01'}},
    refs: ['alpine:3.23', 'golang:1.27', 'scratch'],
    registry: {resolveDigest},
    signal,
    today: '2026-11-23',
    onProgress: (line) => said.push(line),
  };
}

const unreachable = () => Promise.reject(new RegistryError('nobody answers.'));

describe('chooseWorld', () => {
  it('pins what has no pin, and never moves a pin', async () => {
    const chosen = await chooseWorld(request('registry', () => Promise.resolve(B)));
    expect(chosen).toEqual({
      world: 'registry',
      pins: {
        'alpine:3.23': {digest: A, pinned: '2026-01-01'},
        'golang:1.27': {digest: B, pinned: '2026-11-23'},
      },
    });
    expect(await chooseWorld(request('auto', () => Promise.resolve(B)))).toEqual(chosen);
  });

  it('asks nobody for rebuilt bases', async () => {
    const resolve = vi.fn(unreachable);
    expect(await chooseWorld(request('rebuilt', resolve))).toMatchObject({world: 'rebuilt'});
    expect(resolve).not.toHaveBeenCalled();
  });

  it('is never another world than the one asked for', async () => {
    await expect(chooseWorld(request('registry', unreachable))).rejects.toThrow('nobody answers');
  });

  it('passes on a failure of the engine, which says nothing of registries', async () => {
    const dead = () => Promise.reject(new EngineError('the daemon died'));
    await expect(chooseWorld(request('auto', dead))).rejects.toThrow('the daemon died');
    expect(said).toEqual([]);
  });
});

describe('resolveAll', () => {
  it('names every image that is missing, and does not ask on where nobody answers', async () => {
    const missing = (ref: string) => Promise.reject(new RegistryError(`no image ${ref}`, true));
    await expect(
      resolveAll({resolveDigest: missing}, ['b:1', 'a:1', 'scratch'], signal),
    ).rejects.toMatchObject({name: 'RegistryError', message: 'no image a:1\nno image b:1'});
    const silent = vi.fn(unreachable);
    const many = Array.from({length: 20}, (_, index) => `image:${index}`);
    await expect(resolveAll({resolveDigest: silent}, many, signal)).rejects.toThrow('nobody answers');
    expect(silent.mock.calls.length).toBeLessThanOrEqual(4);
  });
});

it('a tag has moved when it is not what is pinned', () => {
  const pins = {a: {digest: A, pinned: '2026-01-01'}, b: {digest: B, pinned: '2026-01-01'}};
  const digests = new Map([
    ['a', B],
    ['b', B],
    ['new', A],
  ]);
  expect(movedTags(pins, digests)).toEqual([{ref: 'a', from: A, to: B}]);
});
