import {describe, expect, it} from 'vitest';
import {mapLimited, mapWithin} from '../machine/parallel';

/** Runs items of these costs and records the most that was under way, by number and by cost. */
async function observe(costs: readonly number[], budget: number) {
  const running = new Set<number>();
  const order: number[] = [];
  const most = {number: 0, cost: 0};
  const items = costs.map((cost, index) => ({cost, index}));
  const results = await mapWithin(items, {budget, costOf: ({cost}) => cost}, async ({cost, index}) => {
    order.push(index);
    running.add(index);
    most.number = Math.max(most.number, running.size);
    most.cost = Math.max(
      most.cost,
      [...running].reduce((sum, one) => sum + (costs[one] ?? 0), 0),
    );
    await new Promise((resolve) => setTimeout(resolve, 2 + cost));
    running.delete(index);
    return index;
  });
  return {results, order, most};
}

describe('mapWithin', () => {
  it('never takes more than there is, uses all of it, and keeps the order of results', async () => {
    const {results, most} = await observe([1, 2, 3, 4, 1, 2, 3, 4, 1], 6);
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most.cost).toBe(6);
  });

  it('lets a small one go before a big one that does not fit yet', async () => {
    expect((await observe([3, 3, 1], 4)).order).toEqual([0, 2, 1]);
  });

  it('runs one that is too big by itself', async () => {
    const {results, most} = await observe([9, 1, 9], 4);
    expect(results).toEqual([0, 1, 2]);
    expect(most.number).toBe(1);
  });
});

describe('mapLimited', () => {
  it('keeps the order and the limit', async () => {
    let running = 0;
    let most = 0;
    const doubled = await mapLimited([3, 1, 2], 2, async (value) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, value * 5));
      running -= 1;
      return value * 2;
    });
    expect([doubled, most]).toEqual([[6, 2, 4], 2]);
  });

  it('begins nothing more after a failure', async () => {
    const begun: number[] = [];
    const failing = mapLimited([1, 2, 3, 4], 1, (value) => {
      begun.push(value);
      return value === 2 ? Promise.reject(new Error('second')) : Promise.resolve(value);
    });
    await expect(failing).rejects.toThrow('second');
    expect(begun).toEqual([1, 2]);
  });
});
