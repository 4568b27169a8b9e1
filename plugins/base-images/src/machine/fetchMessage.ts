/** fetch says only "fetch failed"; the cause says why. */
export function fetchMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {cause} = error;
  if (cause instanceof AggregateError) return cause.errors.map(fetchMessage).join('; ');
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
