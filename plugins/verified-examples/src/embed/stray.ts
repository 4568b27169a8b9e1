import type {Root} from 'mdast';
import type {Node} from 'unist';
import {visit} from 'unist-util-visit';

/** Elements that would show code on a path of their own, past every proof. */
const CODE_ELEMENTS = new Set(['pre', 'code', 'CodeBlock']);

/** Reports what looks like an embed but would not become one, and code that is written as JSX. */
export function reportStray(tree: Root, reportAt: (node: Node) => (message: string) => void): void {
  visit(tree, (node) => {
    if (node.type === 'text') {
      const [, name] = /(?:^|\s)::(\w+)/.exec(node.value) ?? [];
      if (name !== undefined)
        reportAt(node)(`::${name} stands inside a paragraph; a leaf directive needs a line of its own`);
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (node.name !== null && CODE_ELEMENTS.has(node.name)) {
        reportAt(node)(`<${node.name}> shows code that was not run: embed an example instead`);
      }
    }
    if (node.type === 'mdxjsEsm' && /\b(?:raw-loader|\?raw)\b/.test(node.value)) {
      reportAt(node)('importing a file as text shows code that was not run: embed an example instead');
    }
  });
}
