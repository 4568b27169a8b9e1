/**
 * Maps with at most `limit` calls under way. The first rejection rejects the whole, after those under way have
 * settled, so that nothing runs on behind the caller's back.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      try {
        results[index] = await map(items[index] as T, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({length: Math.min(limit, items.length)}, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
