import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Root} from 'mdast';
import type {MdxJsxAttributeValueExpression, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import remarkDirective from 'remark-directive';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified, type Processor} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';
import {hello, identity, only, proofOf} from '../../../__tests__/fixtures';
import type {Example} from '../../../example/collect/example';
import {standingsOf} from '../../../proof/gate/state';
import {brokenTwins} from '../../../proof/gate/twins';
import {RECEIPT_SCHEMA} from '../../../proof/model/receipt';
import type {ReadReceipt} from '../../../proof/receipt/read';
import {Addresses} from '../../publish/addresses';
import type {ViewContext} from '../../views/context';
import {explainParseErrors} from '../parseErrors';
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

/** The page as the site sees it, with what stands in it built from the proofs of an example. */
export async function compile(page: string, example = only(hello())): Promise<Root> {
  const siteDir = path.dirname(path.dirname(example.folder));
  const file = new VFile({path: path.join(siteDir, 'docs/page.mdx'), value: page});
  mkdirSync(path.dirname(file.path), {recursive: true});
  writeFileSync(file.path, page);
  const explain = function (this: Processor) {
    explainParseErrors(this, siteDir);
  };
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkDirective).use(explain);
  const tree = processor.parse(file);
  await createRemarkEmbeds({siteDir, load: () => contextOf(example), now: NOW})(tree, file);
  return tree;
}

/** Components in the page, each with its view; without the days above them. */
export async function embeds(
  page: string,
  example?: Example,
): Promise<{name: string | null; view: Record<string, unknown>}[]> {
  const found: {name: string | null; view: Record<string, unknown>}[] = [];
  visit(await compile(page, example), (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name !== 'ProofDays') found.push({name: node.name, view: viewOf(node)});
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
  if (node?.type === 'ConditionalExpression') return evaluate(node.consequent);
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

/** What a page is refused with. */
export const refused = async (page: string, example?: Example) => {
  try {
    await compile(page, example);
  } catch (error) {
    return (error as Error).message;
  }
  return 'published';
};
