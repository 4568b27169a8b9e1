import '../../../../verified-examples/src/pages/theme/__tests__/siteEdge';
import {createElement} from 'react';
import {describe, expect, test} from 'vitest';
import {Addresses} from '../../../../verified-examples/src/pages/publish/addresses';
import {render} from '../../../../verified-examples/src/pages/theme/__tests__/render';
import {ERRATUM, ledgerOf, published, stood} from '../../changes/__tests__/entries';
import {changesOf} from '../../changes/changesOf';
import {changesView} from '../../changes/changesView';
import {feedPaths} from '../../changes/feeds';
import ChangesContent from '../ChangesPage/ChangesContent';

const REVISED = '/s/no-loader@222222222222';
const errata = [ERRATUM, {...ERRATUM, id: 'later', on: '2026-12-02', said: 'Set `GODEBUG` twice.'}];
const many = Array.from({length: 9}, (_, number) => published(`/s/a-${number}@111111111111`, '2026-12-01'));
const entries = ledgerOf(
  published('/s/no-loader@111111111111', '2026-11-29'),
  ...many,
  published(REVISED, '2026-12-02', {why: 'The base is Alpine 3.24 now.'}),
  {event: 'corrected', erratum: 'later', on: '2026-12-02'},
);
const changes = changesOf({entries, errata, standings: [stood('expired')], expiresAfterDays: 90});
const view = changesView(changes, errata, {
  examples: [
    {
      id: 'lookup-deadlines',
      manifest: {title: 'Deadlines', scenarios: [{id: 'rotate-host', title: 'options rotate'}]},
    },
  ],
  addresses: new Addresses('examples'),
  feeds: feedPaths(),
});
const html = render(createElement(ChangesContent, {view}));
const headings = (tag: string) => html.all(tag).map(({attributes, text}) => [attributes.id, text]);

describe('the page of changes', () => {
  test('has the corrections, then the months, the latest first', () => {
    expect(headings('h2')).toEqual([
      ['errata', 'Corrections'],
      ['2026-12', 'Dec 2026'],
      ['2026-11', 'Nov 2026'],
      ['2026-10', 'Oct 2026'],
    ]);
    expect(headings('h3').map(([id]) => id)).toEqual(['later', 'the-second-server']);
  });

  test('an old sentence is told as such, with its code, its page and its run', () => {
    const [erratum] = html.all('article');
    expect(erratum?.all('del')[0]?.all('code')[0]?.text).toBe('GODEBUG');
    expect(erratum?.all('a').map(({text, attributes}) => [text, attributes.href])).toEqual([
      ['/understand/resolvers', '/understand/resolvers'],
      ['Deadlines: options rotate', '/examples/lookup-deadlines#scenario-rotate-host'],
    ]);
  });

  test('what is new comes before what was published for the first time, which is folded when it is much', () => {
    const [december] = html
      .all('section')
      .filter(({attributes}) => attributes['aria-labelledby'] === '2026-12');
    expect(december?.all('a')[0]?.attributes.href).toBe(REVISED);
    expect(december?.text).toContain('The base is Alpine 3.24 now.');
    const [details] = december?.all('details') ?? [];
    expect(details?.attributes).not.toHaveProperty('open');
    expect(details?.all('a')).toHaveLength(9);
    const [, november] = html.all('details');
    expect(november?.attributes).toHaveProperty('open');
  });

  test('tells every change once, corrections not again by month', () => {
    expect(html.all('li').filter((item) => item.all('time').length > 0)).toHaveLength(changes.length - 2);
  });

  test('the jump list leads to what is there', () => {
    const ids = [...html.all('h2'), ...html.all('h3')].map(({attributes}) => attributes.id);
    const [jump] = html.all('nav').filter(({attributes}) => attributes['aria-label'] === 'On this page');
    const links = jump?.all('a') ?? [];
    expect(links).toHaveLength(4);
    for (const {attributes} of links) expect(ids).toContain(attributes.href?.slice(1));
  });

  test('says so when nothing has happened', () => {
    const empty = changesView([], [], {
      examples: [],
      addresses: new Addresses('examples'),
      feeds: feedPaths(),
    });
    const page = render(createElement(ChangesContent, {view: empty}));
    expect(page.text).toContain('Nothing has an address of its own yet.');
    expect(page.all('section')).toEqual([]);
  });
});
