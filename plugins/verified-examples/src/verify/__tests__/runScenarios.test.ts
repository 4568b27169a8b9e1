import {describe, expect, it} from 'vitest';
import {BUDGET, costOf} from '../runScenarios';

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
