import type {Element, ElementContent, Root} from 'hast';
import type {ClaimSubject} from './claims';

/** What the revision of a measured value says: the sentences that have it, and the run that printed it. */
export function claimContent(
  {title, uses, source, href, result}: ClaimSubject,
  hrefOf: (href: string) => string,
): Root {
  const others = [...new Set(uses.map(({sentence}) => sentence))].filter((sentence) => sentence !== title);
  const from =
    source === '' ? [] : [element('p', [{type: 'text', value: 'Measured: '}, link(hrefOf(href), source)])];
  return {
    type: 'root',
    children: [
      element('h1', [{type: 'text', value: title}]),
      ...from,
      ...others.map((sentence) => element('p', [{type: 'text', value: `Also: ${sentence}`}])),
      ...uses
        .filter(({page}, index) => uses.findIndex((use) => use.page === page) === index)
        .map(({page}) => element('p', [{type: 'text', value: 'On '}, link(hrefOf(page), page)])),
      ...(result === undefined
        ? []
        : [
            block(result.command),
            element('p', [{type: 'text', value: `exit ${result.exit}`}]),
            ...stream('stdout', result.stdout),
            ...stream('stderr', result.stderr),
          ]),
    ],
  };
}

function stream(name: string, text: string): Element[] {
  return text === '' ? [] : [element('p', [{type: 'text', value: `${name}:`}]), block(text)];
}

function block(text: string): Element {
  return element('pre', [element('code', [{type: 'text', value: text.replace(/\n$/, '')}])]);
}

function link(href: string, text: string): Element {
  return {...element('a', [{type: 'text', value: text}]), properties: {href}};
}

function element(tagName: string, children: ElementContent[]): Element {
  return {type: 'element', tagName, properties: {}, children};
}
