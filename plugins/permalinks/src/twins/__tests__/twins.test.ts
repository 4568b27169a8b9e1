import type {Element} from 'hast';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {contentOf, readBuiltPage, sitePath} from '../builtPage';
import {loadHast} from '../hast';
import {writeLlms} from '../llms';
import {markdownOf} from '../markdown';
import {twinHref, writeTwin} from '../writeTwin';
import {plainText} from '../../render/text';

async function mainOf(html: string): Promise<Element> {
  const {fromParse5, parseFragment, select} = await loadHast();
  const main = select('main', fromParse5(parseFragment(`<main>${html}</main>`)));
  if (main === undefined) throw new Error('no main');
  return main;
}

async function markdown(html: string): Promise<string> {
  const page = {path: '/p', file: 'p.html', title: '', description: '', main: await mainOf(html)};
  return markdownOf(contentOf(page, {hrefOf: (href) => href}));
}

describe('the Markdown of a page', () => {
  test('has its words and leaves out what only a screen needs', async () => {
    const text = await markdown(
      '<nav><a href=/>Home</a></nav><h1>Title<a class="hash-link" href=#t>​</a></h1><p>One <code>go</code>.</p>' +
        '<button>Copy</button><span role=status></span><div data-needs-script><input></div><div data-screen><a href=/raw>Raw</a></div>',
    );
    expect(text).toBe('# Title\n\nOne `go`.\n');
  });

  test('gives a run as its commands, each stream and a line of facts', async () => {
    const text = await markdown(
      '<figure><pre><code data-stream=command><span>docker run</span> app</code><samp data-stream=stdout>ok\nagain</samp>' +
        '<samp data-stream=stderr>bad *x*</samp></pre><figcaption><b>exit 1</b><span>0.1 s</span><a href=/e#s>scenario s</a></figcaption></figure>',
    );
    expect(text).toBe(
      '```sh\ndocker run app\n```\n\nstdout:\n\n```\nok\nagain\n```\n\nstderr:\n\n```\nbad *x*\n```\n\n**exit 1** · 0.1 s · [scenario s](/e#s)\n',
    );
  });

  test('names tabs before what they show, and sections that stand in a list', async () => {
    const text = await markdown(
      '<input type=radio id=a><label for=a>Dockerfile</label><div><pre><code>FROM scratch</code></pre></div>' +
        '<ol><li><div><h2 id=fix>Fix</h2><p>Do it.</p></div></li></ol><details><summary>More</summary><p>All.</p></details>',
    );
    expect(text).toBe('**Dockerfile**\n\n```\nFROM scratch\n```\n\n## Fix\n\nDo it.\n\n**More**\n\nAll.\n');
  });

  test('keeps tables, with what a cell holds told apart', async () => {
    const text = await markdown(
      '<table><thead><tr><th>A<th>B</thead><tbody><tr><td><a href=/x>one</a><td><span>5 s</span><span>4 packets</span></tbody></table>',
    );
    expect(text).toBe('| A | B |\n| - | - |\n| [one](/x) | 5 s · 4 packets |\n');
  });
});

test('the name of a tab has the id that addresses lead to', async () => {
  const main = await mainOf(
    '<input type=radio id=card-variant-cross><label for=card-variant-cross>cross</label>',
  );
  const page = {path: '/p', file: 'p.html', title: '', description: '', main};
  const {toHtml} = await loadHast();
  expect(toHtml(contentOf(page, {hrefOf: (href) => href}))).toBe(
    '<p id="card-variant-cross"><strong>cross</strong></p>',
  );
});

test('plain text has no markup, and code is indented', async () => {
  const main = await mainOf(
    '<h1>Title</h1><p>See <a href=/x>this</a>.</p><ul><li>one<li><p>two</p></ul><pre><code>a\n\nb</code></pre>' +
      '<table><tr><th>A<th>B<tr><td>1<td>2</table>',
  );
  const page = {path: '/p', file: 'p.html', title: '', description: '', main};
  expect(plainText(contentOf(page, {hrefOf: (href) => href}))).toBe(
    'Title\n=====\n\nSee this.\n\n- one\n\n- two\n\n    a\n\n    b\n\nA | B\n1 | 2\n',
  );
});

describe('a built page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'twins-'));
  const write = (file: string, html: string) => {
    writeFileSync(path.join(folder, file), html);
  };

  test('is read with title and description, and its Markdown stands beside it', async () => {
    write(
      'a.html',
      '<!doctype html><html><head><title>T</title><meta name=description content="Says &amp; does"></head><body><main><h1>Exact &lt;text></h1><p>Why.</main>',
    );
    const page = await readBuiltPage(folder, 'a.html');
    expect(page).toMatchObject({path: '/a', title: 'Exact <text>', description: 'Says & does'});
    const twin = await writeTwin(folder, page, {revision: '/s/a@012345678901'});
    expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(
      '---\ntitle: "Exact <text>"\nrevision: "/s/a@012345678901"\n---\n\n# Exact \\<text>\n\nWhy.\n',
    );
    writeLlms(folder, [twin], {title: 'Guide', tagline: 'About'}, '/base/');
    expect(readFileSync(path.join(folder, 'llms.txt'), 'utf8')).toContain(
      '- [Exact <text>](/base/a.md): Says & does',
    );
  });

  test('without <main> is refused by name', async () => {
    write('b.html', '<html><head></head><body>nothing');
    await expect(readBuiltPage(folder, 'b.html')).rejects.toThrow('b.html has no <main>');
  });
});

test.each([
  ['index.html', '/', '/index.md'],
  ['fix/x.html', '/fix/x', '/fix/x.md'],
])('%s is %s', (file, page, twin) => {
  expect(sitePath(file)).toBe(page);
  expect(twinHref(page)).toBe(twin);
});
