/** How much may be under way at a time, and what each item takes of it. */
interface Room<T> {
  budget: number;
  costOf: (item: T) => number;
}

/**
 * Maps with as many calls under way as there is room for: the first that fits goes next, so that one that takes
 * much does not hold up those that take little. An item above the whole budget runs alone. The first rejection
 * rejects the whole, after those under way have settled, so that nothing runs on behind the caller's back.
 *
 * @returns Results in the order of the items
 */
export async function mapWithin<T, R>(
  items: readonly T[],
  {budget, costOf}: Room<T>,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const waiting = items.map((item, index) => ({item, index, cost: Math.min(costOf(item), budget)}));
  const running = new Set<Promise<void>>();
  let free = budget;
  const run = async ({item, index, cost}: {item: T; index: number; cost: number}) => {
    try {
      results[index] = await map(item, index);
    } catch (error) {
      failures.push(error);
    }
    free += cost;
  };
  while (waiting.length > 0 && failures.length === 0) {
    const next = waiting.findIndex(({cost}) => cost <= free);
    const [chosen] = next === -1 ? [] : waiting.splice(next, 1);
    if (chosen === undefined) {
      await Promise.race(running);
      continue;
    }
    free -= chosen.cost;
    const under = run(chosen).finally(() => running.delete(under));
    running.add(under);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return results;
}

/** {@link mapWithin} with at most `limit` calls under way, in order. */
export function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  return mapWithin(items, {budget: limit, costOf: () => 1}, map);
}
