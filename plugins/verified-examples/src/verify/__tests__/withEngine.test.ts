import {expect, it} from 'vitest';
import {withEngine} from '../withEngine';

/** An engine that notes what it is asked for, and fails at the sweeps that are named by their number. */
function engine(...failing: number[]) {
  const asked: string[] = [];
  return {
    asked,
    sweep: () => {
      asked.push('sweep');
      const failed = failing.includes(asked.length);
      return failed ? Promise.reject(new Error('not swept')) : Promise.resolve();
    },
    close: () => {
      asked.push('close');
      return Promise.resolve();
    },
  };
}

it('sweeps around the work and closes', async () => {
  const one = engine();
  expect(await withEngine(one, () => Promise.resolve(5))).toBe(5);
  expect(one.asked).toEqual(['sweep', 'sweep', 'close']);
});

it('closes when a sweep fails, before the work or after it', async () => {
  for (const failing of [1, 2]) {
    const one = engine(failing);
    await expect(withEngine(one, () => Promise.resolve())).rejects.toThrow('not swept');
    expect(one.asked.at(-1)).toBe('close');
  }
});

it('reports what the work failed with, not what cleaning up did', async () => {
  const one = engine(2);
  await expect(withEngine(one, () => Promise.reject(new Error('work')))).rejects.toThrow('work');
  expect(one.asked).toEqual(['sweep', 'sweep', 'close']);
});
