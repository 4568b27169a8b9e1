import {describe, expect, it} from 'vitest';
import {cut, linesWith, selectStage} from '../select';

describe('selectStage', () => {
  const DOCKERFILE = 'FROM a AS build\nRUN x\n\nFROM scratch\nCOPY --from=build /x /x\n';

  it('takes its lines, without blank ones at the end', () => {
    expect(cut(DOCKERFILE, selectStage(DOCKERFILE, 'build'))).toBe('FROM a AS build\nRUN x\n');
  });

  it('says which there are', () => {
    expect(() => selectStage(DOCKERFILE, 'biuld')).toThrowErrorMatchingInlineSnapshot(
      `[SelectionError: there is no stage "biuld"; did you mean "build"? known: build]`,
    );
  });
});

describe('cut', () => {
  it('gives every byte back, with and without a final newline', () => {
    for (const text of ['a\nb\n', 'a\nb', '\n', 'a']) {
      expect(cut(text, {from: 1, to: text.split('\n').length})).toBe(text);
    }
    expect(cut('a\nb\nc\n', {from: 1, to: 2})).toBe('a\nb\n');
  });
});

describe('linesWith', () => {
  it('finds lines by their text, within the range alone', () => {
    expect(linesWith('a\nb\n\n\n  name\n', {from: 1, to: 6}, 'name')).toEqual([5]);
    expect(() =>
      linesWith('a\nb\n\n\n  name\n', {from: 1, to: 2}, 'name'),
    ).toThrowErrorMatchingInlineSnapshot(`[SelectionError: no line of the selection contains "name"]`);
  });
});
