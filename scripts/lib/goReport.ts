/** One line of `go test -json` (cmd/test2json); without a test it is about the package. */
interface GoEvent {
  Action: string;
  Package: string;
  Test?: string;
  Output?: string;
}

/**
 * @param json - What `go test -json` printed
 * @returns JUnit XML of the tests, and what people read: a line for each package, and what failed tests printed
 */
export function goReport(json: string): {report: string; text: string} {
  const events = json
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as GoEvent);
  const nameOf = ({Package, Test = ''}: GoEvent) => `classname="${escaped(Package)}" name="${escaped(Test)}"`;
  const ended = events.filter(({Test, Action}) => Test !== undefined && /^(?:pass|fail)$/.test(Action));
  const failed = new Set(ended.filter(({Action}) => Action === 'fail').map(nameOf));
  const printed = (read: readonly GoEvent[]) => read.map(({Output = ''}) => Output).join('');
  const cases = ended.map((event) => {
    const name = nameOf(event);
    if (!failed.has(name)) return `<testcase ${name}/>`;
    const why = printed(events.filter((other) => nameOf(other) === name));
    return `<testcase ${name}><failure>${escaped(why)}</failure></testcase>`;
  });
  const read = events.filter((event) => event.Test === undefined || failed.has(nameOf(event)));
  return {report: `${cases.join('\n')}\n`, text: printed(read)};
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
