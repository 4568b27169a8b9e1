import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Root} from 'mdast';
import type {MdxJsxAttributeValueExpression, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import remarkDirective from 'remark-directive';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';
import {describe, expect, it} from 'vitest';
import {hello, identity, MANIFEST, only, proofOf} from '../../__tests__/fixtures';
import type {Example} from '../../collect/example';
import {standingsOf} from '../../gate/state';
import {brokenTwins} from '../../gate/twins';
import {RECEIPT_SCHEMA} from '../../model/receipt';
import type {ReadReceipt} from '../../receipt/read';
import {Addresses} from '../../publish/addresses';
import type {ViewContext} from '../../views/context';
import {createRemarkEmbeds} from '../remark';

const NOW = new Date('2026-11-23T12:00:00Z');

function contextOf(example: Example): ViewContext {
  const read: ReadReceipt = {
    receipt: {schema: RECEIPT_SCHEMA, example: example.id, proofs: [proofOf(example)]},
  };
  const standings = standingsOf(example, read, {identity, now: NOW, expiresAfterDays: 90});
  const collection = {
    examples: [example],
    receipts: new Map([[example.id, read]]),
    standings,
    twins: brokenTwins(standings),
    identity,
    notReproduced: [],
  };
  return {collection, addresses: new Addresses('examples')};
}

async function compile(page: string, example = only(hello())): Promise<Root> {
  const siteDir = path.dirname(path.dirname(example.folder));
  const file = new VFile({path: path.join(siteDir, 'docs/page.mdx'), value: page});
  mkdirSync(path.dirname(file.path), {recursive: true});
  writeFileSync(file.path, page);
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkDirective);
  const tree = processor.parse(file);
  await createRemarkEmbeds({siteDir, load: () => contextOf(example), now: NOW})(tree, file);
  return tree;
}

/** Components in the page, each with its view. */
async function embeds(
  page: string,
  example?: Example,
): Promise<{name: string | null; view: Record<string, unknown>}[]> {
  const found: {name: string | null; view: Record<string, unknown>}[] = [];
  visit(await compile(page, example), (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    found.push({name: node.name, view: viewOf(node)});
  });
  return found;
}

/** The view as the page will see it: what its estree evaluates to. */
function viewOf(node: MdxJsxFlowElement | MdxJsxTextElement): Record<string, unknown> {
  const [attribute] = node.attributes;
  const value =
    attribute?.type === 'mdxJsxAttribute' ? (attribute.value as MdxJsxAttributeValueExpression) : undefined;
  const [statement] = value?.data?.estree?.body ?? [];
  if (statement?.type !== 'ExpressionStatement') throw new Error('the view has no estree');
  return evaluate(statement.expression) as Record<string, unknown>;
}

type Expression =
  | import('estree').Expression
  | import('estree').SpreadElement
  | import('estree').Pattern
  | import('estree').PrivateIdentifier
  | null;

function evaluate(node: Expression): unknown {
  if (node?.type === 'Literal') return node.value;
  if (node?.type === 'ArrayExpression') return node.elements.map(evaluate);
  if (node?.type === 'UnaryExpression') return -Number(evaluate(node.argument));
  if (node?.type === 'ObjectExpression') {
    return Object.fromEntries(
      node.properties.map((member) =>
        member.type === 'Property'
          ? [String(evaluate(member.key as Expression)), evaluate(member.value)]
          : [],
      ),
    );
  }
  throw new Error(`unexpected ${node?.type ?? 'null'}`);
}

const refused = async (page: string, example?: Example) => {
  try {
    await compile(page, example);
  } catch (error) {
    return (error as Error).message;
  }
  return 'published';
};

describe('an embed', () => {
  it('::counts is filled when the page is drawn, not when it is compiled', async () => {
    expect(await embeds('::counts{}\n')).toEqual([{name: 'CountsEmbed', view: null}]);
    await expect(compile('::counts{of=all}\n')).rejects.toThrow(/docs\/page\.mdx:1:1: unknown attribute of/);
  });

  it('shows a whole file byte for byte, with its state and its addresses', async () => {
    const [card] = await embeds('::example{id=hello}\n');
    expect(card?.name).toBe('ExampleEmbed');
    expect(card?.view).toMatchObject({
      example: {id: 'hello', href: '/examples/hello'},
      variants: [
        {
          id: 'current',
          state: {state: 'verified'},
          files: [
            {
              path: 'Dockerfile',
              finalNewline: true,
              selection: null,
              rawHref: '/examples/hello/raw/Dockerfile',
            },
          ],
        },
      ],
    });
  });

  it('shows a stage with the comment above it', async () => {
    const [card] = await embeds('::example{id=hello stage=build highlight="go build"}\n');
    expect(JSON.stringify(card?.view)).toContain(
      '"selection":{"kind":"stage","name":"build","from":2,"to":5}',
    );
    expect(JSON.stringify(card?.view)).toContain('line highlighted');
  });

  it('shows what was printed, and the proof alone', async () => {
    const [transcript, receipt] = await embeds(
      '::transcript{id=hello scenario=greets}\n\n::receipt{id=hello}\n',
    );
    expect(transcript).toMatchObject({
      name: 'TranscriptEmbed',
      view: {stdout: 'hello\n', exit: 0, href: '/examples/hello#scenario-greets'},
    });
    expect(receipt).toMatchObject({name: 'ReceiptEmbed', view: {state: {state: 'verified'}}});
  });

  it('puts measured values into sentences', async () => {
    const page =
      'It is :measured{id=hello fact=size}, :measured[linked %]{id=hello fact=binary.linkage}, and :measured[has no shell]{id=hello fact=shell is=none}; exit :measured{id=hello scenario=greets value=exit}.\n';
    expect((await embeds(page)).map(({view}) => view.text)).toEqual([
      '2.0 MB',
      'linked static',
      'has no shell',
      '0',
    ]);
  });

  it('leaves prose with colons alone', async () => {
    expect(
      await embeds(
        'At 10:30, golang:alpine or foo::bar.\n\n:::note\n\ntext\n\n:::\n'.replace(/:::.*\n\n/g, ''),
      ),
    ).toEqual([]);
  });

  it('lets a fence pass with a reason and a day to come', async () => {
    const [fence] = await embeds('```bash reason="needs a Mac" until=2027-06-30\nsw_vers\n```\n');
    expect(fence).toMatchObject({name: 'Fence', view: {reason: 'needs a Mac', until: '2027-06-30'}});
  });
});

describe('a matrix', () => {
  const withMatrix = (matrix: string) => only(hello({'examples/hello/example.yaml': MANIFEST + matrix}));
  const MATRIX = 'matrix:\n  - {heading: Greetings, scenarios: [greets]}\n';

  it('shows recorded runs by scenario and variant', async () => {
    const pages = ['::matrix{id=hello}\n', '::matrix{id=hello group=Greetings}\n'];
    for (const page of pages) {
      expect(await embeds(page, withMatrix(MATRIX))).toMatchObject([
        {
          name: 'MatrixEmbed',
          view: {
            state: {state: 'verified'},
            columns: [{id: 'current', title: 'Go 1.27'}],
            groups: [
              {
                heading: 'Greetings',
                rows: [
                  {href: '/examples/hello#scenario-greets', cells: [{ok: true, words: 'exit 0: hello'}]},
                ],
              },
            ],
          },
        },
      ]);
    }
  });

  it('is refused with what is wrong', async () => {
    const page = '::matrix{id=hello group=Greeting}\n\n::matrix{id=helo}\n\n::matrix{id=hello grup=x}\n';
    expect(await refused(page, withMatrix(MATRIX))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: the matrix of example "hello" has no group "Greeting"; did you mean "Greetings"? known: Greetings
        docs/page.mdx:3:1: there is no example "helo"; did you mean "hello"? known: hello
        docs/page.mdx:5:1: unknown attribute grup; did you mean "group"? known: group, id"
    `);
    expect(await refused('::matrix{id=hello}\n')).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: example "hello" has no matrix"
    `);
  });

  it('is refused with a cell that is not proved', async () => {
    const manifest = (MANIFEST + MATRIX).replace('variants:\n', 'variants:\n  older:\n    title: Go 1.22\n');
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    expect(await refused('::matrix{id=hello}\n', example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: the matrix of example "hello" has cells without a proved run: greets (older)"
    `);
  });
});

describe('a page is refused', () => {
  it('with all its problems at once, each with its place', async () => {
    const page = [
      '---',
      'title: x',
      '---',
      '',
      '::example{id=helo}',
      '',
      '::example{id=hello file=main.rs}',
      '',
      '::example{id=hello stage=run}',
      '',
      '::example{id=hello file=main.go symbol=Main}',
      '',
      '::example{id=hello region=x}',
      '',
      '::example{id=hello stage=build region=x}',
      '',
      '::example{id=hello fil=main.go}',
      '',
      '::example{id=hello highlight="no such text"}',
      '',
      '::example{id=hello variant=old}',
      '',
      '::example{}',
      '',
      '::exmaple{id=hello}',
      '',
      ':::example{id=hello}',
      ':::',
      '',
      '::transcript{id=hello}',
      '',
      '::transcript{id=hello scenario=greet}',
      '',
      '::twin{id=hello}',
      '',
      'A value :measured{id=hello fact=sise} and :measured[is dynamic]{id=hello fact=binary.linkage is=dynamic}.',
      '',
      'A value :measured[is small]{id=hello fact=size} and :measured{id=hello scenario=greets value=stdout.x} and :measured{id=hello}.',
      '',
      'A value :measured{id=hello fact=size as=bits} and :mesured[x]{id=hello}.',
      '',
      'See ::example and so on.',
      '',
      '```bash',
      'echo hi',
      '```',
      '',
      '```go reason="old" until=2026-11-22',
      'x',
      '```',
      '',
      '<CodeBlock>echo hi</CodeBlock>',
      '',
    ].join('\n');
    expect(await refused(page)).toMatchSnapshot();
  });

  it('for a selection with nothing in it', async () => {
    const example = only(hello({'examples/hello/notes.yaml': '# region: nothing\n\n# endregion: nothing\n'}));
    expect(await refused('::example{id=hello file=notes.yaml region=nothing}\n', example))
      .toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: examples/hello/notes.yaml: region "nothing" is empty"
    `);
  });

  it('for a file that HTML cannot show byte for byte', async () => {
    const example = only(hello({'examples/hello/run.sh': '#!/bin/sh\r\necho\r\n'}));
    expect(await refused('::example{id=hello file=run.sh}\n', example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: example "hello" has no text file "run.sh"; known: Dockerfile, main.go"
    `);
  });

  it('for an example without a proof to quote', async () => {
    const manifest = MANIFEST.replace('variants:\n', 'variants:\n  older:\n    title: Go 1.22\n');
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    expect(await refused('::transcript{id=hello scenario=greets variant=older}\n', example))
      .toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: scenario "greets" of example "hello" has no proved run of that variant"
    `);
  });
});
