/** Maps with at most `limit` tasks under way; the first failure stops new ones and is thrown once the rest has ended. */
export async function inParallel<A, B>(
  items: readonly A[],
  limit: number,
  task: (item: A) => Promise<B>,
): Promise<B[]> {
  const results: B[] = [];
  const failures: unknown[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failures.length > 0) return;
      try {
        results[index] = await task(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({length: limit}, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
