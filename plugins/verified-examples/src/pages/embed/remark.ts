import type {Root, RootContent} from 'mdast';
import type {ExpressionStatement, Program} from 'estree';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive';
import type {Node, Parent} from 'unist';
import path from 'node:path';
import {valueToEstree} from 'estree-util-value-to-estree';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {labelOf} from '../../example/prose/parse';
import {suggest} from '../../nearest';
import {ProblemsError, type Problem} from '../../problems';
import type {TranscriptView, TwinView} from '../model/views';
import type {ViewContext} from '../views/context';
import {builtOf, repeatView} from '../views/repeat';
import {Attributes} from './attributes';
import {adaptedDirective} from './directives/adapted';
import {basesDirective} from './directives/bases';
import {countsDirective, findingDirective} from './directives/counts';
import {exampleDirective} from './directives/example';
import {labDirective} from './directives/lab';
import {matrixDirective} from './directives/matrix';
import {measuredDirective} from './directives/measured';
import {optionDirective} from './directives/option';
import {receiptDirective, transcriptDirective, twinDirective} from './directives/transcript';
import {wordsDirective, wordsTableDirective} from './directives/words';
import {fenceView} from './fence';
import {proofDays} from './proofDays';
import {reportStray} from './stray';
import type {DirectiveHandler, Embed} from './types';

type Directive = ContainerDirective | LeafDirective | TextDirective;

type Handlers = ReadonlyMap<string, DirectiveHandler>;

const LEAVES: Handlers = new Map<string, DirectiveHandler>([
  ['example', exampleDirective],
  ['transcript', transcriptDirective],
  ['receipt', receiptDirective],
  ['twin', twinDirective],
  ['bases', basesDirective],
  ['matrix', matrixDirective],
  ['adapted', adaptedDirective],
  ['option', optionDirective],
  ['counts', countsDirective],
  ['finding', findingDirective],
  ['lab', labDirective],
  ['words', wordsDirective],
  ['words-table', wordsTableDirective],
]);
const INLINE: Handlers = new Map([['measured', measuredDirective]]);
const NONE: Handlers = new Map();

export interface EmbedOptions {
  siteDir: string;
  /** Collection and addresses as they are now; asked for each page. */
  load: () => ViewContext;
  now?: Date;
}

interface Target {
  node: Node;
  parent: Parent;
  make: (report: (message: string) => void) => Promise<Embed | undefined>;
  inline: boolean;
}

/**
 * Makes the remark plugin that turns directives into proved embeds. Everything unknown is an error; all
 * problems of a page are reported at once, each as `file:line:col`.
 */
export function createRemarkEmbeds({siteDir, load, now = new Date()}: EmbedOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const page = path.relative(siteDir, file.path);
    const problems: Problem[] = [];
    const reportAt = (node: Node) => (message: string) => {
      const {line, column} = node.position?.start ?? {};
      problems.push({file: page, line, column, message});
    };
    reportStray(tree, reportAt);
    const targets = findTargets(tree, {siteDir, load, now}, reportAt);
    const embeds: Embed[] = [];
    for (const target of targets) {
      const embed = await target.make(reportAt(target.node));
      const index = target.parent.children.indexOf(target.node);
      if (embed === undefined) continue;
      embeds.push(embed);
      target.parent.children[index] = toJsx(embed, target);
    }
    const repeat = embeds.length === 0 ? [] : repeatView(builtOf(transcriptsIn(embeds), load()), load());
    const days = proofDays(embeds.map(({view}) => view));
    if (days !== undefined) tree.children.unshift(element({component: 'ProofDays', view: days}));
    if (repeat.length > 0) tree.children.push(element({component: 'RepeatEmbed', view: repeat}));
    if (problems.length > 0) throw new ProblemsError(`${page} can't be published`, problems);
  };
}

function findTargets(
  tree: Root,
  {siteDir, load, now}: Required<EmbedOptions>,
  reportAt: (node: Node) => (message: string) => void,
): Target[] {
  const targets: Target[] = [];
  let context: ViewContext | undefined;
  visit(tree, (node, _index, parent) => {
    if (parent === undefined) return;
    if (node.type === 'code') {
      const {value: code, lang, meta} = node;
      const make = async (report: (message: string) => void): Promise<Embed | undefined> => {
        const view = await fenceView({code, lang, meta, now, report});
        return view && {component: 'Fence', view};
      };
      targets.push({node, parent, make, inline: false});
    } else if (isDirective(node)) {
      const handler = handlerOf(node, reportAt(node));
      if (handler === undefined) return;
      context ??= load();
      const request = {
        label: labelOf(node),
        uid: `embed-${targets.length + 1}`,
        context,
        siteDir,
        examples: new Map(context.collection.examples.map((example) => [example.id, example])),
      };
      const {attributes} = node;
      targets.push({
        node,
        parent,
        make: async (report) =>
          handler({...request, attributes: new Attributes(attributes ?? {}, report), report}),
        inline: node.type === 'textDirective',
      });
    }
  });
  return targets;
}

/** Admonitions and what other plugins claimed have `data`; the rest must be ours. */
function handlerOf(node: Directive, report: (message: string) => void): DirectiveHandler | undefined {
  if (node.data !== undefined) return undefined;
  const inline = node.type === 'textDirective';
  const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
  const known = node.type === 'containerDirective' ? NONE : inline ? INLINE : LEAVES;
  const handler = known.get(node.name);
  // Docusaurus turns `:word` in prose back into text.
  if (inline && bare && handler === undefined) return undefined;
  if (handler === undefined) {
    const sign = node.type === 'containerDirective' ? ':::' : inline ? ':' : '::';
    report(
      `unknown directive ${sign}${node.name}; ${suggest(node.name, [...LEAVES.keys(), ...INLINE.keys()])}`,
    );
  }
  return handler;
}

function isDirective(node: Node): node is Directive {
  return node.type === 'leafDirective' || node.type === 'textDirective' || node.type === 'containerDirective';
}

/** What was run for a page: its images are fetched and built as one. */
function transcriptsIn(embeds: readonly Embed[]): TranscriptView[] {
  return embeds.flatMap(({component, view}) => {
    if (component === 'TranscriptEmbed') return [view as TranscriptView];
    if (component !== 'TwinEmbed') return [];
    const {fails, fix} = view as TwinView;
    return [fails, fix];
  });
}

function toJsx(embed: Embed, {node, inline}: Target): RootContent {
  return {...element(embed, inline), ...(node.position !== undefined && {position: node.position})};
}

function element({component, view}: Embed, inline = false): MdxJsxFlowElement | MdxJsxTextElement {
  const common = {name: component, attributes: [viewAttribute(view)], children: []};
  return inline ? {type: 'mdxJsxTextElement', ...common} : {type: 'mdxJsxFlowElement', ...common};
}

/** MDX reads the expression from its estree; without one it would write an empty `view={}`. */
function viewAttribute(view: unknown): MdxJsxAttribute {
  const expression: ExpressionStatement = {type: 'ExpressionStatement', expression: valueToEstree(view)};
  const estree: Program = {type: 'Program', sourceType: 'module', body: [expression], comments: []};
  return {
    type: 'mdxJsxAttribute',
    name: 'view',
    value: {type: 'mdxJsxAttributeValueExpression', value: '', data: {estree}},
  };
}
