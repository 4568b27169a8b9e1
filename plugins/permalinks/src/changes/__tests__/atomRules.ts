import {SaxesParser, type SaxesTagNS} from 'saxes';

/** An element of XML. */
export interface Element {
  name: string;
  uri: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** RFC 3339, 5.6, with the `T` and `Z` in upper case that RFC 4287, 3.3, asks for. */
export const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads XML with a parser that checks it against XML 1.0 and its namespaces.
 *
 * @throws Error with the place when it is not well-formed
 */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({xmlns: true, position: true});
  const root: Element = {name: '', uri: '', attributes: {}, children: [], text: ''};
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([key, {value}]) => [key, value]),
    );
    const element = {name: tag.local, uri: tag.uri, attributes, children: [], text: ''};
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (more) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  });
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('there is no element');
  return element;
}

/** What of a feed breaks a rule of RFC 4287, with the section; empty: it is valid. */
export function atomProblems(text: string): string[] {
  const feed = parseXml(text);
  const problems: string[] = [];
  const refuse = (when: boolean, message: string) => {
    if (when) problems.push(message);
  };
  const of = (parent: Element, name: string) =>
    parent.children.filter((child) => child.name === name && child.uri === ATOM);
  const common = (element: Element, where: string) => {
    for (const name of ['id', 'title', 'updated'])
      refuse(of(element, name).length !== 1, `4.1: ${where} has not exactly one ${name}`);
    for (const {text: id} of of(element, 'id'))
      refuse(!isIri(id), `4.2.6: ${where}: ${id} is no absolute IRI`);
    for (const {text: day} of of(element, 'updated'))
      refuse(!MOMENT.test(day) || Number.isNaN(Date.parse(day)), `3.3: ${where}: ${day} is no moment`);
    for (const {attributes} of of(element, 'link')) {
      refuse(!isIri(attributes.href ?? ''), `4.2.7.1: ${where}: a link has no absolute address`);
      refuse(!/^[^/\s]+\/[^/\s]+$/.test(attributes.type ?? 'a/b'), `4.2.7.3: ${where}: no media type`);
    }
    const alternates = of(element, 'link')
      .filter(({attributes}) => (attributes.rel ?? 'alternate') === 'alternate')
      .map(({attributes}) => `${attributes.type ?? ''} ${attributes.hreflang ?? ''}`);
    refuse(new Set(alternates).size !== alternates.length, `4.1.1: ${where} has two alternates of one type`);
    refuse(of(element, 'summary').length > 1, `4.1.2: ${where} has more than one summary`);
    for (const {attributes} of of(element, 'category'))
      refuse((attributes.term ?? '') === '', `4.2.2.1: ${where}: a category has no term`);
  };
  refuse(feed.name !== 'feed' || feed.uri !== ATOM, '4.1.1: the root is no atom:feed');
  common(feed, 'the feed');
  refuse(
    of(feed, 'link').every(({attributes}) => attributes.rel !== 'self'),
    '4.1.1: no link to itself',
  );
  const entries = of(feed, 'entry');
  const authors = (element: Element) => of(element, 'author').flatMap((author) => of(author, 'name'));
  for (const [index, entry] of entries.entries()) {
    const where = `entry ${index}`;
    common(entry, where);
    refuse(authors(feed).length + authors(entry).length === 0, `4.1.1: ${where} has no author`);
    refuse(
      of(entry, 'content').length === 0 &&
        of(entry, 'link').every(({attributes}) => (attributes.rel ?? 'alternate') !== 'alternate'),
      `4.1.2: ${where} has neither content nor an alternate`,
    );
  }
  const ids = [feed, ...entries].flatMap((element) => of(element, 'id').map(({text: id}) => id));
  refuse(new Set(ids).size !== ids.length, '4.1.1: two have one id');
  const days = entries.flatMap((entry) => of(entry, 'updated').map(({text: day}) => Date.parse(day)));
  refuse(
    days.some((day, index) => day < (days[index + 1] ?? -Infinity)),
    'the newest does not come first',
  );
  refuse(
    days.length > 0 && Date.parse(of(feed, 'updated')[0]?.text ?? '') !== Math.max(...days),
    'the feed is not of the moment of its newest entry',
  );
  return problems;
}

/** An absolute IRI has a scheme, and none of the characters that RFC 3987 leaves out. */
function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}
