/** fetch says only "fetch failed"; its causes say why, the last one in most words. */
export function fetchMessage(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(fetchMessage).join('; ');
  if (!(error instanceof Error)) return String(error);
  const {message, cause} = error;
  return cause instanceof Error ? `${message.replace(/\.$/, '')}: ${fetchMessage(cause)}` : message;
}
