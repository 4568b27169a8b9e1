import {describe, expect, it} from 'vitest';
import {clean, prefixEnd} from '../clean';

const read = (text: string) => clean(text, 0, text.length).text;

describe('a text as it was meant', () => {
  it.each([
    ['colours', '\u001b[31mexec /app\u001b[0m', 'exec /app'],
    ['colours whose first byte was lost', '[91mexec /app[0m', 'exec /app'],
    ['colours that were written out', String.raw`\u001b[36mexec\x1b[0m`, 'exec'],
    ['JSON in JSON', String.raw`{\"msg\":\"exec: \\\"/app\\\": stat\"}`, '{"msg":"exec: "/app": stat"}'],
    ['escaped slashes and letters', String.raw`\/srv\/app -\u003e`, '/srv/app ->'],
    ['typographic quotes', '‘bash’ “x” `y´', `'bash' "x" \`y'`],
    ['entities', '&quot;a&quot; -&gt; &#39;b&#39;', `"a" -> 'b'`],
    ['a range of a query, which is no colour', 'rate(x[5m])', 'rate(x[5m])'],
  ])('%s', (_what, written, meant) => {
    expect(read(written)).toBe(meant);
  });

  it('knows where each character stood', () => {
    const text = 'a \u001b[31m“b”';
    const cleaned = clean(text, 0, text.length);
    expect(text.charAt(cleaned.at(cleaned.text.indexOf('b')))).toBe('b');
    expect(cleaned.at(cleaned.text.length)).toBe(text.length);
  });
});

describe('what carries a line', () => {
  it.each([
    ['kubectl', '[pod/api-1/api] 2024-03-28T07:12:44.123456789Z '],
    ['CRI', '2024-03-28T07:12:44.123456789Z stderr F '],
    ['compose', 'api-1  | '],
    ['journald', 'Mar 28 07:12:44 node-1 app[12]: '],
    ['klog', 'E0328 07:12:44.123456       1 main.go:42] '],
    ['BuildKit', '#12 3.456 '],
    ['GitHub Actions', '2024-03-28T07:12:44.1234567Z ##[error]'],
    ['logfmt', 'time="2024-03-28" level=error msg="'],
    ['a JSON log', '{"log":"'],
    ['nothing', ''],
  ])('%s', (_who, prefix) => {
    expect(prefixEnd(`${prefix}# runtime/cgo`)).toBe(prefix.length);
  });
});
