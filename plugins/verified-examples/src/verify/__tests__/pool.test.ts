import {describe, expect, it} from 'vitest';
import {mapWithin} from '../pool';
import {BUDGET, costOf} from '../runScenarios';

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

describe('scenarios at a time', () => {
  const atATime = (network: 'lab' | 'none', memory: string) =>
    Math.max(1, Math.floor(BUDGET / costOf({network}, {memory})));

  it.each([
    ['lab', '256m', 8],
    ['lab', '16m', 8],
    ['lab', '1g', 2],
    ['none', '256m', 4],
    ['none', '1g', 3],
    ['none', '8g', 1],
  ] as const)('%s with %s: %i', (network, memory, number) => {
    expect(atATime(network, memory)).toBe(number);
  });

  it('counts the memory that a scenario has of its own', () => {
    expect(costOf({network: 'none', limits: {memory: '2g'}}, {memory: '256m'})).toBe(2048);
    expect(costOf({network: 'none', limits: {pids: 8}}, {memory: '2g'})).toBe(2048);
  });
});
