import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {unzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {Addresses} from '../addresses';
import {packedFiles, zipOf} from '../archive';
import {checkBuild} from '../checkBuild';
import {countBlocks, formatCount, type BlockCount} from '../countBlocks';
import {STATIC_FOLDER, writeStaticFiles} from '../staticFiles';

const example = only(hello());

describe('zipOf', () => {
  it('has every file of the context, and the same bytes every time', () => {
    const zip = zipOf(example);
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual([
      ...['context/Dockerfile', 'context/main.go'],
      ...['runs/build/current.sh', 'runs/greets/current.sh', 'runs/rules.sh', 'reproduce.sh'],
    ]);
    expect(
      Buffer.from(files['context/main.go'] ?? []).equals(readFileSync(path.join(example.folder, 'main.go'))),
    ).toBe(true);
    expect(Buffer.from(zipOf(only(hello()))).equals(Buffer.from(zip))).toBe(true);
  });
});

describe('packedFiles', () => {
  it('has every file that a command of the page mounts, at the path that the command names', () => {
    const scenario =
      'title: greets\n    network: lab\n    dns: {records: [db.test. 60 IN A 10.0.0.5]}\n    seccomp: p.json\n    files: [{path: /a/x, content: one}, {path: /b/x, content: two}, {path: /etc/main, from: main.go}]';
    const manifest = MANIFEST.replace('title: greets', scenario);
    const withLab = only(
      hello({
        'examples/hello/example.yaml': manifest,
        'examples/hello/p.json': '{}',
        'examples/_lab/Dockerfile': 'FROM scratch\n',
      }),
    );
    const paths = packedFiles(withLab).map((file) => file.path);
    const commands = packedFiles(withLab)
      .filter((file) => file.path === 'runs/greets/current.sh')
      .map(({bytes}) => Buffer.from(bytes).toString('utf8'))
      .join('');
    const mounted = [...commands.matchAll(/(?:-v |seccomp=)\.\/([^: \n]+)/g)].map(([, file]) => file);
    expect(mounted).toEqual([
      ...['runs/greets/lab.json', 'context/p.json', 'runs/greets/x', 'runs/greets/1-x', 'context/main.go'],
      'runs/greets/resolv.conf',
    ]);
    expect(mounted.filter((file) => !paths.includes(file ?? ''))).toEqual([]);
    expect(paths).toContain('lab/Dockerfile');
  });
});

describe('writeStaticFiles', () => {
  it('replaces what was there before', () => {
    const site = folderWith({});
    const stale = path.join(site, STATIC_FOLDER, 'examples/gone/raw/Dockerfile');
    mkdirSync(path.dirname(stale), {recursive: true});
    writeFileSync(stale, 'old');
    writeStaticFiles(site, [example], new Addresses('examples'));
    expect(readFileSync(path.join(site, STATIC_FOLDER, 'examples/hello/raw/main.go'), 'utf8')).toContain(
      'package main',
    );
    expect(() => readFileSync(stale)).toThrow('ENOENT');
  });
});

describe('countBlocks', () => {
  const count = (html: string): BlockCount => {
    const result: BlockCount = {byState: new Map(), unproved: []};
    countBlocks(html, 'page.html', result);
    return result;
  };

  it('counts by state', () => {
    expect(
      formatCount(
        count(
          '<pre data-proof="verified">a</pre><pre data-proof="verified">b</pre><pre data-proof="reasoned">c</pre>',
        ),
      ),
    ).toBe('code blocks: 1 reasoned, 2 verified; 0 unproved');
  });

  it('counts a matrix, which is a table, and no other table', () => {
    const html =
      '<table data-matrix="" data-proof="verified"><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>';
    expect(formatCount(count(html))).toBe('code blocks: 1 verified; 0 unproved');
    expect(count(html.replace('verified', 'stale')).unproved).toHaveLength(1);
    expect(count('<table data-matrix=""></table>').unproved).toHaveLength(1);
  });

  it.each([
    ['no state', '<main><pre><code>\necho hi\n</code></pre></main>'],
    ['a state that must not be published', '<pre data-proof="stale">FROM x</pre>'],
    ['a state nobody knows', '<pre data-proof="fine">x</pre>'],
    ['a block in a template', '<template><pre>hidden</pre></template>'],
    ['a block without JavaScript', '<noscript><pre>x</pre></noscript>'],
    ['a block in capitals, unclosed', '<PRE>x'],
    ['a block behind a comment that ends early', '<!--> <pre>x</pre> -->'],
    ['a block behind a tag without an end', '<p title=a<b><pre\n class=c>x</pre>'],
    ['a state in another attribute', '<pre title=\'data-proof="verified"\'>x</pre>'],
    ['a second state that a browser does not see', '<pre data-proof=none data-proof=verified>x</pre>'],
    ['a block in a picture', '<svg><foreignObject><pre>x</pre></foreignObject></svg>'],
    // A style sheet of a picture is no raw text: a browser ends the picture there, and shows the block.
    ['a block in the style of a picture', '<svg><style><pre>x</pre></style></svg>'],
    ['a block in the style of a formula', '<math><style><pre>x</pre></style></math>'],
    ['a block in the title of a picture', '<svg><title><pre>x</pre></title></svg>'],
    ['a block behind a comment that ends in a mistake', '<!-- a --!><pre>x</pre>'],
  ])('finds a block with %s', (_, html) => {
    expect(count(html).unproved).toHaveLength(1);
  });

  it('tells the first line of each, of blocks in blocks too', () => {
    const html =
      '<table data-matrix><tr><td>\n a<table><tr><td><pre>b &lt;\nc</pre></table> d</table><pre data-proof="failed"></pre>';
    expect(count(html).unproved.map(({state, text}) => `${state}: ${text}`)).toEqual([
      'none: ab <',
      'none: b <',
      'failed: ',
    ]);
  });

  it('counts nothing in scripts, styles, comments and texts', () => {
    const html =
      '<script>"<pre>"</script><style>/*<pre>*/</style><!-- <pre> --><textarea><pre></textarea><title><pre></title>&lt;pre>';
    expect(formatCount(count(html))).toBe('code blocks: none; 0 unproved');
  });

  it('fails the build with a list of all', () => {
    const built = folderWith({
      'a.html': '<pre>one\ntwo</pre>',
      'b/index.html': '<pre data-proof="failed">three</pre>',
      'c.js': '<pre>',
    });
    expect(() => checkBuild(built)).toThrowErrorMatchingInlineSnapshot(`
      [Error: 2 code blocks of the built site have no published state:
        a.html: state none: one
        b/index.html: state failed: three
      Embed an example, or give the fence a reason and a last day.]
    `);
  });
});
