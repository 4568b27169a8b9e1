// @ts-check

/**
 * One line of `go test -json` (cmd/test2json); without a test it is about the package.
 *
 * @typedef {{Action: string, Package?: string, Test?: string, Output?: string}} GoEvent
 */

/**
 * @param {string} report - what `go test -json` printed, for any number of modules
 * @returns {GoEvent[]}
 */
export function goEvents(report) {
  return report
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/**
 * What a test printed.
 *
 * @param {readonly GoEvent[]} events
 * @param {GoEvent} test - any event of it
 */
export function printedBy(events, {Package, Test}) {
  return events
    .filter((event) => event.Package === Package && event.Test === Test)
    .map(({Output}) => Output ?? '')
    .join('');
}

/**
 * What people read of it, as `go test` without `-json` prints it: a line a package, and all that failed tests printed.
 *
 * @param {readonly GoEvent[]} events
 */
export function printGoEvents(events) {
  return events
    .map((event) => {
      if (event.Test === undefined) return event.Output ?? '';
      return event.Action === 'fail' ? printedBy(events, event) : '';
    })
    .join('');
}
