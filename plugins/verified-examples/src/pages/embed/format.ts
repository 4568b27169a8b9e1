import {formatBytes} from '../client/format/bytes';
import {formatSeconds} from '../client/format/seconds';
import type {PlainValue} from './runValue';

/** How a measured value is written; by name, as in the `as` attribute. */
export const FORMATS: ReadonlyMap<string, (value: PlainValue) => string> = new Map([
  ['text', (value: PlainValue) => (value === null ? 'none' : String(value))],
  ['bytes', (value: PlainValue) => formatBytes(numberIn(value, 'bytes'))],
  ['seconds', (value: PlainValue) => formatSeconds(numberIn(value, 'seconds'))],
  ['count', (value: PlainValue) => numberIn(value, 'count').toLocaleString('en-US')],
]);

/**
 * @param format - A name in {@link FORMATS}; any other writes the value as it is
 * @throws Error when the format is one of numbers and the value is none
 */
export function formatValue(value: PlainValue, format: string): string {
  return (FORMATS.get(format) ?? String)(value);
}

function numberIn(value: PlainValue, format: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number))
    throw new Error(`as=${format} takes a number, not ${JSON.stringify(value)}`);
  return number;
}

/** @param name - Path of the value; its last step tells what it is */
export function defaultFormat(name: string): string {
  const last = name.split('.').at(-1) ?? '';
  if (last === 'size') return 'bytes';
  if (last === 'seconds') return 'seconds';
  return ['caRoots', 'timeZones', 'layers'].includes(last) ? 'count' : 'text';
}
