import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {cutFolds} from '../cutFolds';
import {cutPage, foldPage} from '../folds';

const fold = (name: string, content: string) =>
  `<details class=x data-fold=${name} data-fold-anchor=scenario-${name} data-fold-title="A &lt; B"><summary>2 runs</summary>${content}</details>`;
const page = (body: string) =>
  `<!doctype html><html><head><meta charset=UTF-8><link rel=stylesheet href=/s.css><title>Example &amp; more | Guide</title><script src=/a.js></script></head><body>${body}</body></html>`;

describe('a page that is cut', () => {
  it('keeps a link where each fold was, and loses nothing', () => {
    const inner = '<details data-fold=inner><summary>s</summary>in</details>';
    const {html, folds} = cutPage(
      page(
        `<p>before</p>${fold('a', `<pre>one</pre>${inner}`)}<p>between</p>${fold('b', '<pre>two</pre>')}after`,
      ),
      (name) => `/x/runs/${name}`,
    );
    expect(folds.map(({name, content}) => [name, content])).toEqual([
      ['a', `<pre>one</pre>${inner}`],
      ['b', '<pre>two</pre>'],
    ]);
    expect(html.replace(/<details[^>]*>/g, '<details>')).toBe(
      page(
        [
          '<p>before</p><details><summary>2 runs</summary><p><a href="/x/runs/a" data-fold-file>On a page of its own</a></p></details>',
          '<p>between</p><details><summary>2 runs</summary><p><a href="/x/runs/b" data-fold-file>On a page of its own</a></p></details>after',
        ].join(''),
      ),
    );
  });

  it('loses no fold to another, nor one that is not whole', () => {
    expect(() => cutPage(page(fold('a', 'one') + fold('a', 'two')), String)).toThrow(
      'two folds are named "a"',
    );
    expect(() => cutPage(page('<details data-fold=a><summary>s</summary>one</details>'), String)).toThrow(
      'the fold "a" has no name, heading, summary or end',
    );
  });

  it('is led to from each fold, which has the style and no script', () => {
    const html = page(fold('a', '<pre>one</pre>'));
    const [first] = cutPage(html, String).folds;
    expect(first && foldPage(first, html, '/examples/x')).toBe(
      '<!doctype html><html lang="en" data-theme="light"><head><meta charset=UTF-8><link rel=stylesheet href=/s.css>' +
        '<meta name="robots" content="noindex"><title>A &lt; B: Example &amp; more</title></head>' +
        '<body><main class="fold"><p><a href="/examples/x#scenario-a">Example &amp; more</a></p><h1>A &lt; B</h1>' +
        '<div data-fold-content><pre>one</pre></div></main></body></html>',
    );
  });
});

describe('a built site', () => {
  let outDir: string;
  beforeEach(() => {
    outDir = mkdtempSync(path.join(os.tmpdir(), 'built-pages-'));
    mkdirSync(path.join(outDir, 'examples'));
  });
  afterEach(() => {
    rmSync(outDir, {recursive: true});
  });
  const write = (file: string, html: string) => {
    writeFileSync(path.join(outDir, file), html);
  };
  const read = (file: string) => readFileSync(path.join(outDir, file), 'utf8');

  it('has its large pages cut, and the others as they are', () => {
    const small = page(fold('a', 'one'));
    write('index.html', small);
    write('examples/large.html', page(fold('a', `<pre>${'x'.repeat(400_000)}</pre>`)));
    cutFolds(outDir, '/guide/');
    expect(read('index.html')).toBe(small);
    expect(read('examples/large.html')).toContain('href="/guide/examples/large/runs/a"');
    expect(read('examples/large/runs/a.html')).toContain('x'.repeat(400_000));
  });

  it('is refused when a page is too large without its folds', () => {
    write('a.html', page('x'.repeat(400_001)));
    write('examples/b.html', page(`${fold('a', 'one')}${'x'.repeat(500_000)}`));
    expect(() => {
      cutFolds(outDir, '/');
    }).toThrowErrorMatchingInlineSnapshot(`
      [Error: Pages of more than 400000 bytes, after what is folded on them was taken out:
        a.html: 400176 bytes
        examples/b.html: 500369 bytes
      Fold more of them (\`<details data-fold="…">\`), or split the example.]
    `);
  });
});
