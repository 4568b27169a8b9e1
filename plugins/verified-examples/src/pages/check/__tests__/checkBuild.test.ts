import {expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {checkBuild} from '../checkBuild';
import {formatCount} from '../checkPage';
import {ProvedTexts} from '../provedTexts';

const proved = new ProvedTexts([{kind: 'code', text: 'one', example: 'hello', state: 'verified'}]);
const ONE = '<pre data-proof="verified" data-example="hello">one</pre>';

it('counts the blocks of all pages', () => {
  const built = folderWith({'a.html': ONE, 'b/index.html': ONE, 'c.js': '<pre>'});
  expect(formatCount(checkBuild(built, proved))).toBe('code blocks: 2 verified; 0 unproved');
});

it('fails the build with a list of all that is not proved, and what to do', () => {
  const built = folderWith({
    'a.html': `<pre>one\ntwo</pre>${ONE}`,
    'b/index.html':
      '<pre data-proof="failed">three</pre><a data-measured="verified" data-example="hello">5 s</a>',
  });
  expect(() => checkBuild(built, proved)).toThrowErrorMatchingInlineSnapshot(`
    [Error: 3 texts of the built site are not proved:
      a.html: code block has the state none, which may not be published: one
      b/index.html: code block has the state failed, which may not be published: three
      b/index.html: measured value says verified, but no proof of example "hello" has this text: 5 s
    If it was typed, embed an example instead, or give the fence a reason and a last day.
    If it comes from an example, something changed it on its way to the page: a component, or a page that the bundler kept. \`npx docusaurus clear\` removes what is kept.]
  `);
});
