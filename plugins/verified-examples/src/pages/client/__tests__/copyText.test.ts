import {afterEach, describe, expect, test, vi} from 'vitest';
import {copyText} from '../copyText';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** As much of a document as the older way of copying touches. */
function stubDocument(execCommand: () => boolean) {
  const area = {value: '', readOnly: false, style: {}, select: vi.fn(), remove: vi.fn()};
  vi.stubGlobal('HTMLElement', Map);
  vi.stubGlobal('document', {
    activeElement: null,
    body: {append: vi.fn()},
    createElement: () => area,
    execCommand,
  });
  return area;
}

test('takes the text as it is', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', {clipboard: {writeText}});
  expect(await copyText('FROM x\n\tRUN y\n')).toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('FROM x\n\tRUN y\n');
});

describe('the older way', () => {
  test.each([
    ['there is no clipboard', {}],
    ['the clipboard refuses', {clipboard: {writeText: () => Promise.reject(new Error('denied'))}}],
  ])('is taken when %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const area = stubDocument(() => true);
    expect(await copyText('a\n')).toBe(true);
    expect(area.value).toBe('a\n');
    expect(area.remove).toHaveBeenCalledOnce();
  });

  test.each([
    ['says no', () => false],
    [
      'throws',
      () => {
        throw new Error('not allowed');
      },
    ],
  ])('reports it when the browser %s, and cleans up', async (_, execCommand) => {
    vi.stubGlobal('navigator', {});
    const area = stubDocument(execCommand);
    expect(await copyText('a')).toBe(false);
    expect(area.remove).toHaveBeenCalledOnce();
  });
});
