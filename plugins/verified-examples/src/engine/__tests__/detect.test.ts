import {describe, expect, test, vi} from 'vitest';
import {detectEngine} from '../detect';
import {STRATEGIES} from '../open';
import {whyNotProvision, type MachineFacts} from '../provisioning';
import type {Strategy} from '../strategies/strategy';
import type {Engine} from '../types';

function strategy(engine: Engine['name'], title: string, outcome: Engine | string): Strategy {
  return {
    engine,
    title,
    open: vi.fn(() =>
      typeof outcome === 'string' ? Promise.reject(new Error(outcome)) : Promise.resolve(outcome),
    ),
  };
}

const engine = {name: 'podman'} as Engine;

function context(signal = new AbortController().signal) {
  return {cacheDir: '/cache', signal, onProgress: vi.fn()};
}

describe('detectEngine', () => {
  test('the order: what the user has, then what the project makes', () => {
    expect(STRATEGIES.map(({engine: name, title}) => [name, title])).toEqual([
      ['docker', 'your docker'],
      ['podman', 'your podman'],
      ['docker', 'a private Docker Engine'],
      ['podman', 'podman with a private store'],
    ]);
  });

  test('the first that opens wins, and none after it is tried', async () => {
    const tried = [
      strategy('docker', 'a', 'no'),
      strategy('podman', 'b', engine),
      strategy('docker', 'c', 'no'),
    ];
    expect(await detectEngine(tried, 'auto', context())).toBe(engine);
    expect(tried.map(({open}) => vi.mocked(open).mock.calls.length)).toEqual([1, 1, 0]);
  });

  test('an engine that was not asked for is not tried', async () => {
    const tried = [strategy('docker', 'a', 'no'), strategy('podman', 'b', engine)];
    expect(await detectEngine(tried, 'podman', context())).toBe(engine);
    expect(vi.mocked(tried[0]?.open ?? vi.fn())).not.toHaveBeenCalled();
  });

  const failing = [
    strategy('docker', 'your docker', 'Cannot connect to the Docker daemon.\nIs it running?'),
    strategy('podman', 'your podman', 'podman is not installed'),
    strategy('docker', 'a private Docker Engine', 'it needs root'),
  ];

  test('when none opens, all that was tried is said', async () => {
    await expect(detectEngine(failing, 'auto', context())).rejects.toThrowErrorMatchingInlineSnapshot(`
      [NoEngineError: No container engine can be used. Tried:
      - your docker: Cannot connect to the Docker daemon.
        Is it running?
      - your podman: podman is not installed
      - a private Docker Engine: it needs root
      What to do: start Docker Engine 23 or newer, with buildx, or install Podman 4.3 or newer. On a disposable Debian machine, as root, CGO_FIELD_GUIDE_PROVISION=1 lets this program fetch an engine for itself, which installs nothing.]
    `);
  });

  test('when the one that was asked for does not open', async () => {
    await expect(detectEngine(failing, 'podman', context())).rejects.toThrowErrorMatchingInlineSnapshot(`
      [NoEngineError: No container engine can be used (asked for: podman). Tried:
      - your podman: podman is not installed
      What to do: install Podman 4.3 or newer.]
    `);
    await expect(detectEngine(failing, 'podman', context())).rejects.toMatchObject({name: 'NoEngineError'});
  });

  test('an abort is not a failure of a strategy', async () => {
    await expect(
      detectEngine(failing, 'auto', context(AbortSignal.abort(new Error('enough')))),
    ).rejects.toThrow('enough');
  });
});

describe('whyNotProvision', () => {
  const disposable: MachineFacts = {
    platform: 'linux',
    root: true,
    apt: true,
    systemd: false,
    ci: false,
    wish: undefined,
  };

  test.each<[string, Partial<MachineFacts>, string | undefined]>([
    ['a disposable machine', {}, undefined],
    ['CI, even with systemd', {systemd: true, ci: true}, undefined],
    [
      'a laptop',
      {systemd: true},
      'this does not look like a disposable machine (systemd runs, CI is not set)',
    ],
    ['a laptop that wishes it', {systemd: true, wish: '1'}, undefined],
    ['a disposable machine that does not', {wish: '0'}, 'forbidden by CGO_FIELD_GUIDE_PROVISION=0'],
    ['without root', {root: false}, 'it needs root'],
    ['without root, wished', {root: false, wish: '1'}, 'it needs root'],
    ['without apt', {apt: false}, 'this machine has no apt to fetch one with'],
    ['another system', {platform: 'darwin', wish: '1'}, 'only Linux can run one'],
  ])('%s', (_name, facts, why) => {
    expect(whyNotProvision({...disposable, ...facts})).toBe(why);
  });
});
