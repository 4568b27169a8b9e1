import {bytesInWords} from '../client/words/bytes';
import {secondsInWords} from '../client/words/seconds';

type Value = string | number | boolean | null;

/** How a measured value is written; by name, as in the `as` attribute. */
export const FORMATS: ReadonlyMap<string, (value: Value) => string> = new Map([
  ['text', (value: Value) => (value === null ? 'none' : String(value))],
  ['bytes', (value: Value) => bytesInWords(Number(value))],
  ['seconds', (value: Value) => secondsInWords(Number(value))],
  ['count', (value: Value) => Number(value).toLocaleString('en-US')],
]);

/** @param format - A name in {@link FORMATS}; any other writes the value as it is */
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
