import {describe, expect, it} from 'vitest';
import {INK} from '../codeTheme';
import {highlight} from '../highlight';
import {readHtml} from '../../theme/__tests__/render';

describe('highlighted code', () => {
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
});
