/** Characters that end a path or a name in an error text. */
const END = '\\s"\'`:,;|()<>';

const IP = '(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}(?:%[\\w.-]{1,20})?\\])';

/**
 * What a slot of a template takes, by type. Every repetition is bounded and none stands in another that could share
 * its characters, so that no line makes a match slow.
 */
export const SLOTS = {
  path: `[^${END}/]{0,80}(?:/[^${END}/]{0,120}){1,30}`,
  file: `[^${END}]{1,300}`,
  name: '[\\w.+@-]{1,120}',
  host: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,250}',
  ip: IP,
  // People hide it: `on HOST:53`.
  server: `(?:${IP}|[A-Za-z0-9_<][\\w.<>-]{0,100})`,
  address: `(?:${IP}|[A-Za-z0-9_.-]{0,250}):\\d{1,5}`,
  port: '\\d{1,5}',
  num: '-?\\d{1,12}',
  hex: '0x[0-9A-Fa-f]{1,16}',
  lib: '[\\w.+-]{1,80}?\\.so(?:\\.[\\w.]{1,20})?',
  symbol: '[A-Za-z_][\\w.$]{0,200}(?:@{1,2}[A-Z]\\w{0,20}[\\d.]{0,12})?',
  version: '\\d{1,4}(?:\\.\\d{1,4}){0,4}(?:(?:rc|beta|alpha)\\d{1,2})?',
  package: '[\\w@+~-][\\w.@/+~-]{0,200}',
  header: '[\\w.+/-]{1,120}\\.(?:h|hh|hpp|hxx|inc)',
  // In small letters the database has none.
  zone: '[A-Z][\\w+-]{0,30}(?:/[\\w+-]{1,30}){0,3}',
  option: '-[\\w=+.,-]{1,60}',
  arch: '[a-z][a-z0-9_]{1,15}',
  quoted: '[^"\'`\\n]{0,200}',
  any: '[^\\n]{0,200}?',
  cr: '(?:\\r|\\^M|\\n)',
} as const;

export type SlotType = keyof typeof SLOTS;

/** How a page names a reader's value; types without a name are not shown. */
export const SLOT_NAMES: Partial<Record<SlotType, string>> = {
  path: 'your path',
  file: 'your file',
  name: 'your name for it',
  host: 'the name that was looked up',
  ip: 'your address',
  server: 'your server',
  address: 'your address',
  port: 'your port',
  lib: 'your library',
  symbol: 'your symbol',
  version: 'your version',
  package: 'your package',
  header: 'your header',
  zone: 'your time zone',
  option: 'your option',
  arch: 'your architecture',
};

/** Values of these types decide what is wrong: another value than the proved one is another tier. */
const DECISIVE: ReadonlySet<SlotType> = new Set<SlotType>(['lib', 'symbol', 'version', 'header', 'option']);

export function isDecisive(type: SlotType): boolean {
  return DECISIVE.has(type);
}

/**
 * What a slot may hold: `a|b*` (one of these, `*` for anything), `!a|b` (none of these), `2.4..2.34` (a version or a
 * number in that range, either end open).
 */
export function restriction(written: string): (value: string) => boolean {
  if (written.startsWith('!')) {
    const refused = restriction(written.slice(1));
    return (value) => !refused(value);
  }
  const tests = written.split('|').map((one) => {
    const [, from, to] = /^([\d.]*?)\.\.([\d.]*)$/.exec(one) ?? [];
    if (from !== undefined && to !== undefined)
      return (value: string) =>
        /^\d/.test(value) &&
        (from === '' || compareVersions(value, from) >= 0) &&
        (to === '' || compareVersions(value, to) <= 0);
    const [first = '', ...rest] = one.split('*');
    return rest.length === 0
      ? (value: string) => value === first
      : (value: string) => fits(value, first, rest);
  });
  return (value) => tests.some((test) => test(value));
}

/** Whether a value begins with `first`, and the parts follow one another to its end. */
function fits(value: string, first: string, rest: readonly string[]): boolean {
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1) ?? '';
  return value.length - last.length >= at && value.endsWith(last);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.split('.').map((part) => Number.parseInt(part, 10)));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
