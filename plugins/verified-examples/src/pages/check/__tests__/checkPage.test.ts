import {describe, expect, it} from 'vitest';
import {checkPage, formatCount, type Checked} from '../checkPage';
import {tableText} from '../matrixTexts';
import {ProvedTexts} from '../provedTexts';

const proved = new ProvedTexts([
  {kind: 'code', text: 'FROM a\n', example: 'hello', state: 'verified'},
  {kind: 'code', text: 'x', example: 'hello', state: 'verified'},
  {kind: 'code', text: 'typed', example: undefined, state: 'reasoned'},
  {kind: 'code', text: 'old', example: 'hello', state: 'expired'},
  {kind: 'code', text: 'old', example: 'other', state: 'verified'},
  {kind: 'code', text: 'stale', example: 'hello', state: 'stale'},
  {kind: 'code', text: 'run\nout', example: 'hello', state: 'verified'},
  {kind: 'command', text: 'run', example: 'hello', state: 'verified'},
  {kind: 'stdout', text: 'out\n', example: 'hello', state: 'verified'},
  {kind: 'measured', text: '2 MB', example: 'hello', state: 'verified'},
  {
    kind: 'matrix',
    text: tableText([
      ['', 'a', 'b'],
      ['row', '1', '2'],
    ]),
    example: 'hello',
    state: 'verified',
  },
]);

function check(html: string): Checked {
  const checked: Checked = {byState: new Map(), unproved: []};
  checkPage(html, 'page.html', proved, checked);
  return checked;
}

const problems = (html: string) => check(html).unproved.map(({what, problem}) => `${what} ${problem}`);

const MATRIX =
  '<table data-matrix="" data-proof="verified" data-example="hello"><caption>c</caption><tr><th></th><th>a</th><th>b</th></tr><tr><th>row</th><td>1</td><td>2</td></tr></table>';

describe('a built page', () => {
  it('may show what is proved, however it is marked up', () => {
    const html = `<pre data-proof="verified" data-example="hello" data-final-newline="true"><code><span>FROM</span> a</code></pre>
      <pre data-proof="reasoned"><code>typed</code></pre>
      <pre data-proof="expired" data-example="hello">old</pre>
      <pre data-proof="verified" data-example="hello"><code data-stream="command">run</code>\n<samp data-stream="stdout" data-final-newline="true">out</samp></pre>
      <a data-measured="verified" data-example="hello">2 <b>MB</b></a>${MATRIX}`;
    expect(problems(html)).toEqual([]);
    expect(formatCount(check(html))).toBe('code blocks: 1 expired, 1 reasoned, 3 verified; 0 unproved');
  });

  it.each([
    [
      'code that was typed',
      '<pre data-proof="verified">TYPED</pre>',
      'code block says verified, but no proof has this text',
    ],
    [
      'a part of what is proved',
      '<pre data-proof="verified" data-example="hello">FROM</pre>',
      'code block says verified, but no proof of example "hello" has this text',
    ],
    [
      'a newline that Copy would add',
      '<pre data-proof="verified" data-example="hello" data-final-newline="true">x</pre>',
      'code block says verified, but no proof of example "hello" has this text',
    ],
    [
      'the text of another example',
      '<pre data-proof="verified" data-example="other">x</pre>',
      'code block says verified, but no proof of example "other" has this text',
    ],
    [
      'a better state than the proof has',
      '<pre data-proof="verified" data-example="hello">old</pre>',
      'code block says verified, but the proof of example "hello" is expired',
    ],
    [
      'a fence as proved',
      '<pre data-proof="verified">typed</pre>',
      'code block says verified, but the proof is reasoned',
    ],
    [
      'a fence that no page has',
      '<pre data-proof="reasoned">TYPED</pre>',
      'code block says reasoned, but no proof has this text',
    ],
    [
      'what is stale as verified',
      '<pre data-proof="verified" data-example="hello">stale</pre>',
      'code block says verified, but no proof of example "hello" has this text',
    ],
    [
      'an output as a command',
      '<pre data-proof="verified" data-example="hello">run\n<code data-stream="command">out</code></pre>',
      'command says verified, but no proof of example "hello" has this text',
    ],
    [
      'a stream outside a block',
      '<samp data-stream="stdout">out</samp>',
      'stdout has the state none, which may not be published',
    ],
    [
      'a stream that nothing records',
      '<pre data-proof="verified" data-example="hello"><samp data-stream="log">run</samp>\nout</pre>',
      'code block has the state none, which may not be published',
    ],
    [
      'another value',
      '<a data-measured="verified" data-example="hello">3 MB</a>',
      'measured value says verified, but no proof of example "hello" has this text',
    ],
    [
      'cells of a matrix in other columns',
      MATRIX.replace('<td>1</td><td>2</td>', '<td>2</td><td>1</td>'),
      'matrix says verified, but no proof of example "hello" has this text',
    ],
  ])('may not show %s', (_, html, problem) => {
    expect(problems(html)).toEqual([problem]);
  });

  it('has no other tables, scripts, styles, comments or texts held against it', () => {
    const html =
      '<table><tr><td>b</td></tr></table><script>"<pre>"</script><style>/*<pre>*/</style><!-- <pre> --><textarea><pre></textarea><title><pre></title>&lt;pre>';
    expect(formatCount(check(html))).toBe('code blocks: none; 0 unproved');
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
    expect(check(html).unproved).toHaveLength(1);
  });

  it('tells the first line of each, of blocks in blocks too', () => {
    const html =
      '<table data-matrix><tr><td>\n a<table><tr><td><pre>b &lt;\nc</pre></table> d</table><pre data-proof="failed"></pre><listing>e</listing>';
    expect(check(html).unproved.map(({problem, text}) => `${problem}: ${text}`)).toEqual([
      'has the state none, which may not be published: ab <',
      'has the state none, which may not be published: b <',
      'has the state failed, which may not be published: ',
      'has the state none, which may not be published: e',
    ]);
  });
});
