import path from 'node:path';
import remarkDirective from 'remark-directive';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified, type Pluggable} from 'unified';
import {VFile} from 'vfile';
import {describe, expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {verifiedEmbeds} from '../forConfig';
import {refused} from './compile';

describe('a leaf directive inside a paragraph', () => {
  it('is named with its place, where MDX cannot read its attributes', async () => {
    expect(await refused('Title\n\nSome text ::example{id=pure-go-static}\n')).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:3:11: ::example stands inside a paragraph; a leaf directive needs a line of its own"
    `);
  });

  it('is named once for each, beside what else cannot be read', async () => {
    const page = [
      'See ::example{id=pure-go-static} and ::transcript[x]{id=a-class scenario=b}.',
      '',
      '::receipt{id=this-new} is at the start.',
      '',
      'And {an expression',
      '',
    ];
    expect(await refused(page.join('\n'))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:5: ::example stands inside a paragraph; a leaf directive needs a line of its own
        docs/page.mdx:1:38: ::transcript stands inside a paragraph; a leaf directive needs a line of its own
        docs/page.mdx:3:1: ::receipt stands inside a paragraph; a leaf directive needs a line of its own"
    `);
  });

  it('is not what stands in code, or on a line of its own', async () => {
    const page = [
      'Write `::example{id=pure-go-static}`.',
      '',
      '```text',
      'x ::example{id=pure-go-static}',
      '```',
      '',
      '::example{id=pure-go-static}',
      '',
      'Text { id=',
      '',
    ];
    expect(await refused(page.join('\n'))).toMatchInlineSnapshot(
      `"Unexpected end of file in expression, expected a corresponding closing brace for \`{\`"`,
    );
  });

  it('is named by the plugin of the site’s configuration', () => {
    const siteDir = folderWith({'examples/x.txt': ''});
    const plugin: Pluggable = verifiedEmbeds(siteDir, {});
    const processor = unified().use(remarkParse).use(remarkMdx).use(remarkDirective).use([plugin]);
    const file = new VFile({
      path: path.join(siteDir, 'docs/a.mdx'),
      value: 'x ::example{id=pure-go-static}\n',
    });
    const parse = () => processor.parse(file);
    expect(parse).toThrow('docs/a.mdx:1:3: ::example stands inside a paragraph');
  });

  it('leaves a site without examples to the plugin', () => {
    expect(() => verifiedEmbeds(folderWith({}), {})).not.toThrow();
  });
});
