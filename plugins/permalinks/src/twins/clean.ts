import type {Element, ElementContent, Nodes, Properties, Root} from 'hast';

/** What only screens need: ways around a page, what is clicked, pictures of words that stand beside them. */
const SCREEN = new Set(['nav', 'button', 'input', 'svg', 'script', 'style', 'template', 'noscript']);

/** They hold what they hold together for the style sheet. */
const ONLY_CLASSES = new Set(['span', 'div', 'figure', 'section', 'header', 'small', 'details']);

/** Attributes that carry meaning; classes and styles are the site's own. */
const KEPT = ['id', 'href', 'dateTime', 'start', 'colSpan', 'rowSpan', 'scope'];

/** What becomes of the parts of a page that lead elsewhere. */
export interface Rewritten {
  /** The address that a link becomes. */
  hrefOf: (href: string) => string;
  /** The text that a block of commands becomes; left out: the same. */
  commandsOf?: (commands: string) => string;
}

/**
 * The content of a built page without what only its screen needs: no classes, styles, buttons and ways around. Tabs
 * become paragraphs that name what follows them; every run becomes its commands, its streams and a line of facts.
 *
 * @param main - Of the page; it is not changed
 */
export function cleanMain(main: Element, rewritten: Rewritten): Root {
  return {type: 'root', children: cleanAll(main.children, rewritten)};
}

function cleanAll(nodes: readonly Nodes[], rewritten: Rewritten): ElementContent[] {
  let before: Nodes | undefined;
  let written = '';
  return nodes.flatMap((node) => {
    const content = cleanOne(node, rewritten);
    if (content.length === 0) return [];
    // Told apart on the page by its place alone.
    const apart = isInline(before) && isInline(node) && !/(^|\s)$/.test(written);
    before = node;
    written = content.map(textOf).join('');
    return apart ? [{type: 'text', value: ' · '}, ...content] : content;
  });
}

function cleanOne(node: Nodes, rewritten: Rewritten): ElementContent[] {
  if (node.type === 'text') return [{type: 'text', value: node.value.replaceAll('\u200b', '')}];
  if (node.type !== 'element' || isForScreens(node)) return [];
  if (node.tagName === 'pre') return blocksOf(node, rewritten);
  const children = cleanAll(node.children, rewritten);
  if (node.tagName === 'summary') return [paragraph(strong(children))];
  if (node.tagName === 'label') return [tabName(node, children)];
  if (node.tagName === 'figcaption') return [paragraph(...children)];
  if (node.tagName === 'details' && node.properties.dataFold !== undefined)
    return [{type: 'element', tagName: 'div', properties: foldOf(node.properties), children}];
  if (ONLY_CLASSES.has(node.tagName) || isSteps(node)) {
    const {id} = node.properties;
    return typeof id === 'string' && node.tagName !== 'span'
      ? [{type: 'element', tagName: 'div', properties: {id}, children}]
      : children;
  }
  return [{...node, properties: keptOf(node.properties, rewritten.hrefOf), children}];
}

function isInline(node: Nodes | undefined): boolean {
  return node?.type === 'element' && ['span', 'time', 'b', 'strong', 'a', 'small'].includes(node.tagName);
}

/** A list whose items are sections of the page. */
function isSteps(node: Element): boolean {
  const sections = (list: Element) => elementsIn(list, ({tagName}) => /^h[2-4]$/.test(tagName)).length > 0;
  return ['ol', 'ul', 'li'].includes(node.tagName) && sections(node);
}

function isForScreens({tagName, properties}: Element): boolean {
  return (
    SCREEN.has(tagName) ||
    properties.role === 'status' ||
    properties.dataNeedsScript !== undefined ||
    properties.dataScreen !== undefined ||
    (Array.isArray(properties.className) && properties.className.includes('hash-link'))
  );
}

function keptOf(properties: Properties, hrefOf: (href: string) => string): Properties {
  const kept = Object.fromEntries(
    KEPT.flatMap((name) => (properties[name] == null ? [] : [[name, properties[name]]])),
  );
  return typeof kept.href === 'string' ? {...kept, href: hrefOf(kept.href)} : kept;
}

/** An address leads to the button of a tab; its name stands for it here. */
function tabName({properties: {htmlFor}}: Element, children: ElementContent[]): Element {
  const id = Array.isArray(htmlFor) ? htmlFor[0] : htmlFor;
  return {...paragraph(strong(children)), properties: typeof id === 'string' ? {id} : {}};
}

/** Runs that a long page folds, told by their name. */
function foldOf({dataFold}: Properties): Properties {
  return {dataFold: dataFold ?? null};
}

/** A block of code: commands, what they printed on each stream, or a file. */
function blocksOf(pre: Element, {commandsOf = (commands) => commands}: Rewritten): ElementContent[] {
  const streams = elementsIn(pre, ({properties}) => properties.dataStream !== undefined);
  if (streams.length === 0)
    return [
      pre.properties.dataCommands === undefined
        ? block(textOf(pre), '')
        : block(commandsOf(textOf(pre)), 'sh'),
    ];
  return streams.flatMap((stream) => {
    const name = String(stream.properties.dataStream);
    const text = textOf(stream);
    if (name === 'command') return [block(text, 'sh')];
    return text === '' ? [] : [paragraph({type: 'text', value: `${name}:`}), block(text, '')];
  });
}

function block(text: string, language: 'sh' | ''): Element {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: language === '' ? {} : {className: [`language-${language}`]},
    children: [{type: 'text', value: text}],
  };
  return {type: 'element', tagName: 'pre', properties: {}, children: [code]};
}

function paragraph(...children: ElementContent[]): Element {
  return {type: 'element', tagName: 'p', properties: {}, children};
}

function strong(children: ElementContent[]): Element {
  return {type: 'element', tagName: 'strong', properties: {}, children};
}

function elementsIn(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return wanted(child) ? [child] : elementsIn(child, wanted);
  });
}

/** All text below, as it is written. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children
    .filter((child) => child.type !== 'element' || !isForScreens(child))
    .map(textOf)
    .join('');
}
