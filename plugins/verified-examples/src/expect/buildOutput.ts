/** Where BuildKit begins to repeat the end of the step that failed. */
const SUMMARY = /^-{6}\n > /m;

/**
 * What of a failed build's output is the same each time: what the failing step said and where it stands in the
 * Dockerfile, without the times and step numbers that go before each line, and without the steps before it, of which
 * any may come out of the cache. Output without such a summary (Podman's) is kept whole.
 */
export function failureOf(output: string): string {
  const start = SUMMARY.exec(output)?.index ?? 0;
  return output.slice(start).replace(/^(?:#\d+ )?\d+\.\d+ /gm, '');
}
