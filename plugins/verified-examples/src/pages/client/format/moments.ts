// Own names of months: `Intl` of Node and of a browser may differ, and then the page would not hydrate.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * @param moment - ISO 8601 moment in UTC, or a day as YYYY-MM-DD
 * @returns For example "23 Nov 2026", in UTC
 * @throws When the text is no such moment: a page with "Invalid date" must not be published
 */
export function formatDay(moment: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(moment);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || month === undefined) {
    throw new Error(`"${moment}" is no date: expected YYYY-MM-DD, with or without a time in UTC.`);
  }
  return `${Number(match[3])} ${month} ${match[1] ?? ''}`;
}

/**
 * @param time - A day as YYYY-MM-DD, or a month as YYYY-MM
 * @returns For example "23 Nov 2026" or "Nov 2026"
 */
export function formatDayOrMonth(time: string): string {
  return time.length === 7 ? formatDay(`${time}-01`).replace(/^1 /, '') : formatDay(time);
}

/**
 * @param moment - ISO 8601 moment in UTC
 * @returns For example "23 Nov 2026, 06:41 UTC"
 */
export function formatMoment(moment: string): string {
  return `${formatDay(moment)}, ${moment.slice(11, 16)} UTC`;
}
