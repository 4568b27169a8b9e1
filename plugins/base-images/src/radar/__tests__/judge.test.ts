import {describe, expect, it, test} from 'vitest';
import {judge, type Answer} from '../judge';
import type {RadarEntry, Seen} from '../model';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const image = (index: string, manifest: string, layers: string): Seen => ({
  digest: digest(index),
  manifest: digest(manifest),
  layers: digest(layers),
});

const PINNED = image('a', 'b', 'c');
const OTHER = image('d', 'e', 'f');
const MONDAY = new Date('2026-11-23T04:17:30.500Z');
const hoursLater = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);

function ask(answer: Answer, at = MONDAY, earlier?: RadarEntry, pinned: Seen | null = PINNED): RadarEntry {
  const subject = {reference: 'alpine:3.23', platform: 'linux/amd64', world: 'registry'} as const;
  return judge({...subject, pinned, answer, earlier, moment: at, supportEnd: '2027-11-01'});
}

describe('false alarms', () => {
  it.each<[string, Seen]>([
    ['nothing moved', PINNED],
    ["the index moved, this platform's manifest did not", image('d', 'b', 'c')],
    ['index and manifest moved, the layers did not', image('d', 'e', 'c')],
  ])('%s: unmoved', (_, now) => {
    expect(ask({now})).toEqual({
      reference: 'alpine:3.23',
      platform: 'linux/amd64',
      world: 'registry',
      state: 'unmoved',
      asOf: '2026-11-23',
      pinned: PINNED,
      now,
      since: null,
      why: null,
      supportEnd: '2027-11-01',
    });
  });

  test('a tag that is pushed and taken back within a day never counts', () => {
    const pushed = ask({now: OTHER});
    expect(pushed).toMatchObject({state: 'moving', since: '2026-11-23T04:17:30Z'});
    const back = ask({now: PINNED}, hoursLater(20), pushed);
    expect(back).toMatchObject({state: 'unmoved', since: null});
    expect(ask({now: OTHER}, hoursLater(30), back)).toMatchObject({
      state: 'moving',
      since: '2026-11-24T10:17:30Z',
    });
  });
});

describe('moves', () => {
  it.each([
    [23.9, 'moving'],
    [24, 'moved'],
    [168, 'moved'],
  ])('after %f hours: %s', (hours, state) => {
    const first = ask({now: OTHER});
    expect(ask({now: OTHER}, hoursLater(hours), first)).toMatchObject({
      state,
      since: '2026-11-23T04:17:30Z',
    });
  });

  test('a tag that moves on and on has moved: it was not seen back', () => {
    const first = ask({now: OTHER});
    const second = ask({now: image('1', '2', '3')}, hoursLater(168), first);
    expect(second).toMatchObject({state: 'moved', since: '2026-11-23T04:17:30Z'});
  });

  test('another pin begins anew', () => {
    const first = ask({now: OTHER});
    const repinned = image('4', '5', '6');
    expect(ask({now: OTHER}, hoursLater(168), first, repinned)).toMatchObject({
      state: 'moving',
      since: '2026-11-30T04:17:30Z',
    });
    expect(ask({now: repinned}, hoursLater(168), first, repinned).state).toBe('unmoved');
  });

  test('a rebuilt base has packages only', () => {
    const newer = [{package: 'libc6', was: '2.41-12', is: '2.41-13'}];
    const entry = judge({
      ...{reference: 'debian:trixie-slim', platform: 'linux/amd64', world: 'rebuilt'},
      ...{pinned: {digest: digest('a')}, answer: {now: {digest: digest('b')}, newer}},
      ...{earlier: undefined, moment: MONDAY, supportEnd: null},
    });
    expect(entry).toMatchObject({state: 'moving', newer});
  });
});

describe('unknown is never unmoved', () => {
  test('nobody answered', () => {
    expect(ask({unknown: 'The registry of alpine:3.23 cannot be reached.'})).toMatchObject({
      state: 'unknown',
      now: null,
      why: 'The registry of alpine:3.23 cannot be reached.',
    });
  });

  test('an outage does not put the clock back', () => {
    const out = ask({unknown: 'Nobody answered.'}, hoursLater(12), ask({now: OTHER}));
    expect(out).toMatchObject({state: 'unknown', since: '2026-11-23T04:17:30Z'});
    expect(ask({now: OTHER}, hoursLater(25), out).state).toBe('moved');
  });

  test('nothing is pinned', () => {
    const entry = ask({now: OTHER}, MONDAY, undefined, null);
    expect(entry).toMatchObject({state: 'unknown', since: null, now: OTHER});
    expect(entry.why).toMatchInlineSnapshot(`"Nothing is pinned that it could be compared with."`);
  });

  test('the index moved, and what the pinned one had for this platform is lost', () => {
    const pinned = {digest: digest('a')};
    expect(ask({now: OTHER}, MONDAY, undefined, pinned).why).toMatchInlineSnapshot(
      `"The tag names another image, and what the pinned one had for this platform is not known any more."`,
    );
    expect(ask({now: {...OTHER, digest: digest('a')}}, MONDAY, undefined, pinned).state).toBe('unmoved');
  });
});
