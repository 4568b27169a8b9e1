import type {CopyIndex, CopyRevision} from './model';
import {readDockerfile} from './units';

/**
 * Makes what copies are found by.
 *
 * @param revisions - All that were ever published, oldest first
 * @param asOf - Day of the newest, `2026-12-01`
 */
export function copyIndex(revisions: readonly CopyRevision[], asOf: string | null): CopyIndex {
  const lines = new Table<string>();
  const files = new Table<string>();
  const read: CopyIndex['files'] = [];
  const fileOf = (sha256: string, text: string): number => {
    const at = files.add(sha256);
    if (at === read.length) {
      const {units, comments} = readDockerfile(text);
      const numbers = (texts: readonly string[]) => texts.map((one) => lines.add(one));
      read.push({sha256, units: numbers(units.map((unit) => unit.text)), comments: numbers(comments)});
    }
    return at;
  };
  return {
    format: 1,
    asOf,
    revisions: revisions.map((revision) => ({
      ...revision,
      files: revision.files.map(({path, sha256, text}) => ({path, file: fileOf(sha256, text)})),
    })),
    files: read,
    lines: lines.all,
  };
}

/** Values that are kept once each, by number. */
class Table<T> {
  private readonly numbers = new Map<T, number>();

  add(value: T): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.numbers.size);
    return this.numbers.size - 1;
  }

  get all(): T[] {
    return [...this.numbers.keys()];
  }
}
