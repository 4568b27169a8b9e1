import {parseFragment, type DefaultTreeAdapterTypes} from 'parse5';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of rendered HTML, as far as tests look at it. */
export interface Seen {
  tag: string;
  text: string;
  attributes: Record<string, string>;
  all: (tag: string) => Seen[];
}

/** Renders as the server does and reads the HTML back with a real parser: what a reader's browser is given. */
export function render(element: ReactElement): Seen {
  return readHtml(renderToStaticMarkup(element));
}

/** Reads HTML as a browser does. */
export function readHtml(html: string): Seen {
  return seen({tagName: '#fragment', attrs: [], childNodes: parseFragment(html).childNodes});
}

type Parsed = Pick<Element, 'tagName' | 'attrs' | 'childNodes'>;

function seen(element: Parsed): Seen {
  return {
    tag: element.tagName,
    text: textOf(element.childNodes),
    attributes: Object.fromEntries(element.attrs.map(({name, value}) => [name, value])),
    all: (tag) =>
      elementsIn(element.childNodes)
        .filter(({tagName}) => tagName === tag)
        .map(seen),
  };
}

function elementsIn(nodes: Node[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []));
}

function textOf(nodes: Node[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : ''))
    .join('');
}
