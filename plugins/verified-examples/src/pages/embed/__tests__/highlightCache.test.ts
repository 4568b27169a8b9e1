import {describe, expect, it} from 'vitest';
import {highlight} from '../highlight';
import {cachedHtml} from '../highlightCache';

describe('highlighted code that is kept', () => {
  it('is made once for the same input, and anew for any other', async () => {
    const unique = `${process.pid} ${performance.now()}`;
    let made = 0;
    const html = (input: unknown) => cachedHtml(input, () => Promise.resolve(`<b>${++made}</b>`));
    expect(await html([unique, 'FROM a'])).toBe('<b>1</b>');
    expect(await html([unique, 'FROM a'])).toBe('<b>1</b>');
    expect(await html([unique, 'FROM b'])).toBe('<b>2</b>');
  });

  it('never hides an edit or another marked line', async () => {
    const first = await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [1]);
    expect(first).toContain('3.23');
    expect(await highlight('FROM alpine:3.19\nUSER 1\n', 'docker', [1])).toContain('3.19');
    expect(await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [2])).not.toBe(first);
    expect(await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [1])).toBe(first);
  });

  it('is made once when two ask at once', async () => {
    const input = [process.pid, performance.now()];
    let made = 0;
    const both = await Promise.all(
      [1, 2].map(() => cachedHtml(input, () => Promise.resolve(`<b>${++made}</b>`))),
    );
    expect(both).toEqual(['<b>1</b>', '<b>1</b>']);
  });

  it('is made by the next who asks when making it failed', async () => {
    const input = [process.pid, performance.now()];
    await expect(cachedHtml(input, () => Promise.reject(new Error('no grammar')))).rejects.toThrow(
      'no grammar',
    );
    expect(await cachedHtml(input, () => Promise.resolve('<b>y</b>'))).toBe('<b>y</b>');
  });
});
