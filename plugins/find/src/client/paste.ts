/** A text that is too long for a field: a log that was pasted or dropped. */
export interface Log {
  name: string;
  text: string;
}

/** A field takes what people read; more would make it slow. */
const TYPED = 4000;
/** Of larger files the end is read, where programs say why they stopped. */
export const MOST_BYTES = 20_000_000;

/** @returns The log in what was pasted; undefined: it is short enough for a field of so many lines */
export function logIn(text: string, lines = 12): Log | undefined {
  const count = text.split('\n', lines + 1).length;
  return text.length > TYPED || count > lines ? {name: 'Pasted log', text} : undefined;
}

/** Reads a file that was dropped. Nothing is uploaded. */
export async function readLog(file: File): Promise<Log> {
  const {size, name} = file;
  const part = size > MOST_BYTES ? file.slice(size - MOST_BYTES) : file;
  const text = await part.text();
  return {name: size > MOST_BYTES ? `${name}, its last ${MOST_BYTES / 1_000_000} MB` : name, text};
}

/** "3 lines, 0.1 kB". */
export function sizeOf(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const bytes = new Blob([text]).size;
  const size = bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}, ${size}`;
}
