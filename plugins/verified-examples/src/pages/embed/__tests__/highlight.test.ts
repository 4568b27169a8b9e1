import {afterEach, describe, expect, it, vi} from 'vitest';
import {INK} from '../codeTheme';
import {highlight} from '../highlight';
import {readHtml} from '../../theme/__tests__/render';

describe('highlighted code', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('has its colours however long they take, or two builds of one commit would differ', async () => {
    let now = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    const html = await highlight('const char *greeting(void) { return "hello"; }\n', 'c');
    expect(html).toContain('<span style="color:var(--cg-code-text)"> "hello"</span>');
  });

  it('has an element only for what is not in the colour of text', async () => {
    const html = await highlight('FROM scratch AS none\n\nUSER 65532 # <nobody>\n', 'docker');
    expect(html).not.toContain(`color:${INK}"`);
    expect(html).toContain('<span style="color:var(--cg-code-keyword)">FROM</span> scratch ');
  });

  it('is the same text, a line in each element, marked or not', async () => {
    const code = '\tif a < b && c > "&amp;" {\n\n\t}';
    const lines = readHtml(await highlight(`${code}\n`, 'go', [2]))
      .all('span')
      .filter(({attributes}) => attributes.class?.startsWith('line'));
    expect(lines.map(({text}) => text)).toEqual(code.split('\n'));
    expect(lines.map(({attributes}) => attributes.class)).toEqual(['line', 'line highlighted', 'line']);
  });

  it('is that of the code, its language and its marked lines, however often it was asked for before', async () => {
    const first = await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [1]);
    expect(first).toContain('3.23');
    expect(await highlight('FROM alpine:3.19\nUSER 1\n', 'docker', [1])).toContain('3.19');
    expect(await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [2])).not.toBe(first);
    expect(await highlight('FROM alpine:3.23\nUSER 1\n', 'text', [1])).not.toBe(first);
    expect(await highlight('FROM alpine:3.23\nUSER 1\n', 'docker', [1])).toBe(first);
  });
});
