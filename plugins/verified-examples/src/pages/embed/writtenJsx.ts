import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {Node} from 'unist';

/** An element that an author wrote, with the names of its attributes. */
export interface WrittenElement {
  name: string;
  attributes: string[];
}

/** The elements that a node of a page writes as JSX: itself, and those in its expressions and modules. */
export function writtenElements(node: Node): WrittenElement[] {
  if (!isElement(node)) return inProgram(node.data);
  const {name, attributes} = node;
  const names = attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? [one.name] : []));
  const own = name === null ? [] : [{name, attributes: names}];
  const expressions = attributes.flatMap((one) =>
    one.type === 'mdxJsxExpressionAttribute'
      ? inProgram(one.data)
      : typeof one.value === 'object'
        ? inProgram(one.value?.data)
        : [],
  );
  return [...own, ...expressions];
}

/** What a node of a page holds as JavaScript: a module's lines, an expression, those in an element's attributes. */
export function writtenPrograms(node: Node): string[] {
  if (isElement(node)) {
    return node.attributes.flatMap((one) =>
      one.type === 'mdxJsxExpressionAttribute'
        ? [one.value]
        : typeof one.value === 'object'
          ? textOf(one.value)
          : [],
    );
  }
  return ['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression'].includes(node.type) ? textOf(node) : [];
}

function textOf(value: unknown): string[] {
  return isRecord(value) && typeof value.value === 'string' ? [value.value] : [];
}

function isElement(node: Node): node is MdxJsxFlowElement | MdxJsxTextElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function inProgram(data: unknown): WrittenElement[] {
  const found: WrittenElement[] = [];
  const walk = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isRecord(value)) return;
    if (value.type === 'JSXOpeningElement') {
      const attributes = Array.isArray(value.attributes) ? value.attributes : [];
      found.push({name: nameOf(value), attributes: attributes.map(nameOf)});
    }
    Object.values(value).forEach(walk);
  };
  if (isRecord(data)) walk(data.estree);
  return found;
}

function nameOf(value: unknown): string {
  const name = isRecord(value) ? value.name : undefined;
  return isRecord(name) && typeof name.name === 'string' ? name.name : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
