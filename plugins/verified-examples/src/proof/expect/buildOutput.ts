/** Where BuildKit begins to repeat the end of the step that failed. */
const SUMMARY = /^-{6}\n > .*:\n/m;

/** Where that ends. */
const RULE = '------';

/** Seconds since the build began, before a line of a step. */
const TIME = /^(?:#\d+ )?\d+\.\d+ /;

/**
 * What of a failed build's output is the same each time: what the failing step said and where it stands in the
 * Dockerfile, without the times and step numbers that go before each line, and without the steps before it, of which
 * any may come out of the cache. Output without such a summary (Podman's) is kept whole.
 */
export function failureOf(output: string): string {
  const start = SUMMARY.exec(output);
  if (start === null) return output;
  const said = output
    .slice(0, start.index)
    .split('\n')
    .filter((line) => TIME.test(line));
  const [heading] = start;
  const lines = output.slice(start.index + heading.length).split('\n');
  const end = lines.indexOf(RULE);
  const step = lines.slice(0, end === -1 ? lines.length : end);
  return `${heading}${[...step.map((line) => whole(line, said)), ...lines.slice(step.length)].join('\n')}`;
}

/**
 * The whole of a line of the summary. A program that writes a line piece by piece may be read in between; BuildKit then
 * repeats the last piece alone, without a time (logsBuffer in util/progress/progressui/printer.go).
 *
 * @param said - The lines of all steps, as they were reported
 */
function whole(line: string, said: readonly string[]): string {
  if (TIME.test(line)) return line.replace(TIME, '');
  return (line === '' ? undefined : said.findLast((one) => one.endsWith(line)))?.replace(TIME, '') ?? line;
}
