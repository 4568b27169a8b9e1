type Value = string | number | boolean | null;

/** How a measured value is written; by name, as in the `as` attribute. */
export const FORMATS: ReadonlyMap<string, (value: Value) => string> = new Map([
  ['text', (value: Value) => (value === null ? 'none' : String(value))],
  ['bytes', (value: Value) => formatBytes(Number(value))],
  ['seconds', (value: Value) => formatSeconds(Number(value))],
  ['count', (value: Value) => Number(value).toLocaleString('en-US')],
]);

export function formatValue(value: Value, format: string): string {
  return (FORMATS.get(format) ?? String)(value);
}

/** @param name - Path of the value; its last step tells what it is */
export function defaultFormat(name: string): string {
  const last = name.split('.').at(-1) ?? '';
  if (last === 'size') return 'bytes';
  if (last === 'seconds') return 'seconds';
  return ['caRoots', 'timeZones', 'layers'].includes(last) ? 'count' : 'text';
}

/** Decimal units, as `docker images` prints them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** Two digits below ten seconds, one above: the differences that matter are of seconds. */
export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}
