/** What no two runs print alike, and what stands in its place. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b/g, 'ID'],
  [/\btime="[^"]*"/g, 'time="TIME"'],
  // Of Docker 20.10's client, which prints it or not, by chance.
  [/^time="TIME" level=error msg="error waiting for container: context canceled"\n/gm, ''],
  [/("time": ?)"[^"]*"/g, '$1"TIME"'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, 'TIME'],
  [/^([EW])\d{4} [\d:.]+ +\d+ /gm, '$1 TIME '],
  [/(---> |Running in )[0-9a-f]{12}\b/g, '$1ID'],
  [/ref [0-9a-f-]+::[0-9a-z]+/g, 'ref REF'],
  [/^(#\d+ )?\d+\.\d+ (?=\S)/gm, '$1TIME '],
  [/ \d+\.\d+s\b/g, ' TIME'],
  // Progress of BuildKit, which it reports in another order each time; what a step printed stays.
  [/^#\d+ (?:sha256:|transferring |DONE |CACHED|\[internal\]|building with).*\n/gm, ''],
  [/^#\d+ /gm, '#N '],
  [/^\n+(?=#N )/gm, ''],
  // BuildKit repeats what the step printed, all of it or its last part, by chance.
  [/^( > \[.*\n)(?:(?!-{6}).*\n)*(?=-{6}\n)/gm, '$1…\n'],
  // Colours.
  [/\x1b\[\d*m/g, ''],
  [/(containerd-mount)\d+/g, '$1N'],
  [/(have )\d+( already)/g, '$1N$2'],
  // Registers and stacks follow.
  [/((?:SIGABRT: abort|fatal error: newosproc)\r?\n)[^]*$/, '$1…\n'],
];

/** @param ids - Of a pod and a container, by the word that stands for each */
export function normalise(text: string, ids: Readonly<Record<string, string | undefined>> = {}): string {
  let done = text;
  for (const [word, id] of Object.entries(ids)) {
    if (id !== undefined) done = done.replaceAll(id, word);
  }
  for (const [pattern, word] of RULES) done = done.replace(pattern, word);
  return done;
}
