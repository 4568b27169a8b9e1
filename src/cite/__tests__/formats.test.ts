import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {parseFragment, type DefaultTreeAdapterTypes} from 'parse5';
import {visit} from 'unist-util-visit';
import {describe, expect, it, test} from 'vitest';
import type {Citation} from '../../../plugins/permalinks/src/model';
import {cited, type Place} from '../cited';
import {FORMATS, html, type Format} from '../formats';

const BASE = 'https://guide.test/base/';
const CITATION: Citation = {
  title: 'exec /app: no such file or directory',
  kind: 's',
  address: '/s/exec-not-found@72f2041a66f1',
  key: '72f2041a66f1'.padEnd(64, '0'),
  provedAt: '2026-11-27T23:59:59Z',
  provedBy: 'exec-not-found, runs starts and starts-static',
  bases: ['golang:1.27-trixie', 'alpine:3.23 (rebuilt)'],
  swhid: 'swh:1:cnt:febe322c13b5febe322c13b5febe322c13b5febe',
};

const NASTY = [
  'a `b` c `` d',
  'brackets [x](https://evil.test) and ![i](j) and ]( “ ”',
  'a|b || c',
  '{code} {{braces}} } { {noformat}',
  '"double" \'single\' &lt; &amp; & &#92;',
  '<script>alert(1)</script> <b>x</b> <https://a.test>',
  'back\\slash \\\\ \\n \\] end\\',
  '*stars* _unders_ ~~strike~~ -minus- --long +plus+ ^up^ ??cite?? !img! (x) :) :smile: $math$',
  '# head @user #12 100% C_LIB_PATH ~/x',
  'https://a.test/b_c_d www.b.test',
  'ends in a star* and *one',
];

function write(format: Format, title = CITATION.title, place?: Place): string {
  return FORMATS[format].write(cited({...CITATION, title}, BASE, place));
}

describe('what each format says', () => {
  test.each(Object.keys(FORMATS) as Format[])('%s', (format) => {
    expect(write(format)).toMatchSnapshot();
    expect(write(format, undefined, {id: 'scenario-starts', title: 'It starts'})).toMatchSnapshot();
  });

  test('rich text', () => {
    expect(html(cited(CITATION, BASE))).toMatchSnapshot();
    expect(html(cited({...CITATION, swhid: null, bases: []}, BASE))).toMatchSnapshot();
  });
});

describe.each(NASTY)('%s', (title) => {
  const address = `${BASE}s/exec-not-found@72f2041a66f1`;

  it('comes back from Markdown', () => {
    // In a table and a quotation too, where a bar and a bracket mean something.
    for (const tree of [
      fromMarkdown(write('markdown', title), GITHUB),
      fromMarkdown(`> ${write('markdown', title)}`, GITHUB),
      fromMarkdown(`| a |\n| --- |\n| ${write('markdown', title)} |`, GITHUB),
    ]) {
      const links: {url: string; text: string}[] = [];
      const kinds = new Set<string>();
      visit(tree, (node) => {
        kinds.add(node.type);
        if (node.type === 'link') links.push({url: node.url, text: textOf(node)});
      });
      expect(links).toEqual([{url: address, text: `“${title}”`}]);
      for (const kind of ['emphasis', 'strong', 'delete', 'html', 'image', 'heading', 'footnoteReference'])
        expect(kinds).not.toContain(kind);
    }
  });

  it('comes back from HTML', () => {
    const [link, ...rest] = parseFragment(
      html(cited({...CITATION, title, provedBy: title}, BASE)),
    ).childNodes;
    expect(link).toMatchObject({nodeName: 'a', attrs: [{name: 'href', value: address}]});
    expect(link === undefined ? '' : textIn(link)).toBe(`“${title}”`);
    expect(rest.map(({nodeName}) => nodeName)).toEqual(['#text', 'code', '#text', 'code', '#text']);
    expect(rest[0] === undefined ? '' : textIn(rest[0])).toContain(`by ${title}, on`);
  });

  it('comes back from Jira', () => {
    const text = write('jira', title);
    const {shown, marked} = readJira(text.slice(0, text.indexOf(', proved')));
    expect(shown).toBe(`“${title}”`);
    expect(marked).toEqual([]);
    expect(text.endsWith(` [${address}]`)).toBe(true);
  });

  it('comes back from Slack', () => {
    const text = write('slack', title);
    const [said = ''] = text.split(', proved');
    expect(said).not.toMatch(/[<>]/);
    expect(
      said
        .replace(/\u2060/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&'),
    ).toBe(`“${title}”`);
    for (const mark of '*_~`') expect(said).not.toMatch(new RegExp(`\\${mark}[^\u2060].*\\${mark}`));
    expect(text.endsWith(` <${address}>`)).toBe(true);
  });

  it('comes back from BibTeX', () => {
    const fields = readBibtex(write('bibtex', title));
    expect(fields.title).toBe(title);
    expect(fields.howpublished).toBe(`\\url{${address}}`);
  });

  it('comes back from CSL-JSON', () => {
    expect(JSON.parse(write('csl', title))).toMatchObject([
      {title, URL: address, issued: {'date-parts': [[2026, 11, 27]]}},
    ]);
  });

  it('is one line of plain text', () => {
    expect(write('plain', `${title}\n  ${title}`)).toMatch(/^“.*” *.*, proved 27 November 2026 by .*$/);
    expect(write('plain', title)).toContain(`“${title}”`);
  });
});

it('refuses what is no moment', () => {
  expect(() => cited({...CITATION, provedAt: 'yesterday'}, BASE)).toThrowErrorMatchingInlineSnapshot(
    `[Error: "yesterday" is no moment: expected YYYY-MM-DDThh:mm:ssZ]`,
  );
  expect(() => cited({...CITATION, provedAt: '2026-13-01T00:00:00Z'}, BASE)).toThrow('is no moment');
});

it('leads to a place whose id is no plain word', () => {
  const {url} = cited(CITATION, BASE, {id: 'größe (kB)', title: 'Größe'});
  expect(url).toBe(`${BASE}s/exec-not-found@72f2041a66f1#gr%C3%B6%C3%9Fe%20%28kB%29`);
});

const GITHUB = {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]};

function textOf(node: Parameters<typeof visit>[0]): string {
  let text = '';
  visit(node, 'text', ({value}: {value: string}) => {
    text += value;
  });
  return text;
}

function textIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** As Jira's renderer takes a line: what is behind a backslash is text; entities are characters; the rest may be markup. */
function readJira(line: string): {shown: string; marked: string[]} {
  const bare = line.replace(/\\[![\]^~+?%{}()*_|@-]/g, '');
  const marked = [...bare.matchAll(/[[\]{}|*^~+?!@\\]|(?:^|\W)[-_]\w|--/g)].map(([found]) => found);
  const shown = line
    .replace(/\\([![\]^~+?%{}()*_|@-])/g, '$1')
    .replace(/&#92;/g, '\\')
    .replace(/&amp;/g, '&');
  return {shown, marked};
}

/** As BibTeX takes an entry: a field ends where its braces do. */
function readBibtex(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let at = entry.indexOf(',') + 1;
  for (;;) {
    const [head = '', name] =
      /^\s*(\w+) = \{/.exec(entry.slice(at)) ?? /^\s*(\w+) = [^,{]*,/.exec(entry.slice(at)) ?? [];
    if (name === undefined) break;
    at += head.length;
    if (!head.endsWith('{')) continue;
    const from = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= entry.length) throw new Error(`${name} does not end`);
      if (entry[at] === '{') depth++;
      if (entry[at] === '}') depth--;
    }
    fields[name] = entry.slice(from, at - 1);
    at += 1;
  }
  expect(entry.slice(at)).toBe('\n}');
  return {...fields, title: readLatex(fields.title ?? '')};
}

const LATEX: Readonly<Record<string, string>> = {
  textbraceleft: '{',
  textbraceright: '}',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textasciigrave: '`',
  textless: '<',
  textgreater: '>',
  textbar: '|',
};

function readLatex(field: string): string {
  return field
    .replace(/^\{|\}$/g, '')
    .replace(/\\(\w+)\{\}|\\([#$%&_])/g, (_, name: string | undefined, sign: string) =>
      name === undefined ? sign : (LATEX[name] ?? `?${name}`),
    );
}
