import type {Root} from 'mdast';
import type {Node} from 'unist';
import {visit} from 'unist-util-visit';
import {strayLeaf} from './parseErrors';
import {EMBED_COMPONENTS} from './types';
import {writtenElements, writtenPrograms, type WrittenElement} from './writtenJsx';

/** Elements that would show code on a path of their own, past every proof. */
const CODE_ELEMENTS = new Set(['pre', 'code', 'CodeBlock']);

const DIRECTIVES: ReadonlyMap<string, string> = new Map(Object.entries(EMBED_COMPONENTS));

/** Modules with components that show proofs or code; those of the theme that only arrange what is in them may be used. */
const COMPONENT_MODULE =
  /['"](@theme(?:-\w+)?\/(?!(?:Tabs|TabItem|Admonition)['"])[^'"]+|[^'"]*verified-examples[^'"]*)['"]/;

/**
 * Reports what looks like an embed but would not become one, and code or embeds that are written as JSX. Before directives
 * become JSX themselves: what is found is the author's.
 */
export function reportStray(tree: Root, reportAt: (node: Node) => (message: string) => void): void {
  visit(tree, (node) => {
    if (node.type === 'text') {
      const [, name] = /(?:^|\s)::(\w+)/.exec(node.value) ?? [];
      if (name !== undefined) reportAt(node)(strayLeaf(name));
    }
    for (const element of writtenElements(node)) {
      const reason = refusal(element);
      if (reason !== undefined) reportAt(node)(reason);
    }
    for (const program of writtenPrograms(node)) {
      if (/\b(?:raw-loader|\?raw)\b/.test(program))
        reportAt(node)('importing a file as text shows code that was not run: embed an example instead');
      const [, module] = COMPONENT_MODULE.exec(program) ?? [];
      if (module !== undefined)
        reportAt(node)(`importing ${module} shows what nothing proves: write a directive instead`);
    }
  });
}

function refusal({name, attributes}: WrittenElement): string | undefined {
  if (CODE_ELEMENTS.has(name)) return `<${name}> shows code that was not run: embed an example instead`;
  const directive = DIRECTIVES.get(name);
  if (directive !== undefined)
    return `<${name}> written by hand shows what nothing proves: write ${directive} instead`;
  return attributes.includes('data-proof') ? `<${name}> claims a proof by hand: embed an example` : undefined;
}
