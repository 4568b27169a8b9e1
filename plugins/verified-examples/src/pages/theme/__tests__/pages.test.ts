import './siteEdge';
import {createElement} from 'react';
import {describe, expect, test, vi} from 'vitest';
import {useAnchor} from '../../client/site/useAnchor';
import {READ_WITH} from '../../../proof/model/readWith';
import type {RecipeKind} from '../../../example/model/manifest';
import type {ExamplePageView} from '../../model/views';
import CatalogueContent from '../CataloguePage/CatalogueContent';
import ExampleContent from '../ExamplePage/ExampleContent';
import {card, entry, image, matrix, page, state, transcript, variant} from './fixtures';
import {render} from './render';
import {SYMPTOM} from './symptomFixtures';

const shown = (view: ExamplePageView) => render(createElement(ExampleContent, {view}));

describe('example page', () => {
  test('every scenario has an address', () => {
    const html = shown(
      page({
        scenarios: ['a', 'b'].map((id) => ({id, title: `runs ${id}`, runs: [transcript({scenario: id})]})),
      }),
    );
    expect(html.all('h3').map(({attributes}) => attributes.id)).toEqual(['scenario-a', 'scenario-b']);
  });

  test('the receipt is open and known to the check of anchors', () => {
    const html = shown(page());
    expect(html.all('details')[0]?.attributes).toMatchObject({id: 'receipt', open: ''});
    expect(vi.mocked(useAnchor)).toHaveBeenCalledWith('receipt');
  });

  test('headings are in order and lead where the list of sections says', () => {
    const html = shown(page());
    expect(html.all('h1')).toHaveLength(1);
    const ids = [...html.all('h2'), ...html.all('details')].map(({attributes}) => attributes.id);
    const [toc] = html.all('nav').filter(({attributes}) => attributes['aria-label'] === 'On this page');
    for (const link of toc?.all('a') ?? []) expect(ids).toContain(link.attributes.href?.slice(1));
  });

  test('ids are unique', () => {
    const html = shown(page({card: card({variants: [variant(), variant({id: 'b'})]})}));
    const ids = ['figure', 'details', 'input', 'h2', 'h3'].flatMap((tag) =>
      html.all(tag).flatMap(({attributes}) => attributes.id ?? []),
    );
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no block of code is without its state', () => {
    const failed = transcript({scenario: null, exit: 1, base: null});
    for (const pre of shown(page({failedBuilds: [failed]})).all('pre')) {
      expect(pre.attributes).toHaveProperty('data-proof', 'verified');
    }
  });

  test('runs of other variants are there, folded', () => {
    const runs = [transcript(), transcript({variant: {id: 'alpine', title: 'Alpine'}, exit: 4})];
    const html = shown(page({scenarios: [{id: 'a', title: 'runs', runs}]}));
    expect(html.all('details')[1]?.all('summary')[0]?.text).toBe('Alpine, amd64: exit 4');
  });

  test('with a matrix, it comes first and every run is folded behind its heading', () => {
    const runs = [transcript(), transcript({variant: {id: 'alpine', title: 'Alpine'}})];
    const html = shown(page({matrix: matrix(), scenarios: [{id: 'a', title: 'runs', runs}]}));
    expect(html.all('h2')[0]?.attributes.id).toBe('matrix');
    expect(html.all('table')[0]?.attributes).toHaveProperty('data-matrix');
    const [, folded] = html.all('details');
    expect(folded?.all('summary')[0]?.text).toBe('2 runs');
    expect(folded?.all('pre')).toHaveLength(2);
    expect(folded?.attributes).not.toHaveProperty('open');
    expect(html.all('a').map(({attributes}) => attributes.href)).toContain('#matrix');
  });

  test('a build that must fail shows what it printed instead of its command alone', () => {
    const failed = transcript({scenario: null, stderr: 'undefined: sqlite3\n', stdout: '', exit: 1});
    const html = shown(page({failedBuilds: [failed], scenarios: [], images: [], repeat: []}));
    expect(html.text).toContain('undefined: sqlite3');
    expect(html.text).not.toContain('docker build -t');
  });

  test('facts of the image are in words', () => {
    const html = shown(page({images: [image(), image({uid: 0, user: '', shell: '/bin/sh', timeZones: 0})]}));
    const rows = html.all('tr').map((row) => [...row.all('th'), ...row.all('td')].map(({text}) => text));
    expect(rows).toContainEqual(['User', 'uid 65532', 'root']);
    expect(rows).toContainEqual(['Shell', 'none', '/bin/sh']);
    expect(rows).toContainEqual(['Time zones', '596', 'none']);
  });

  test('what the facts of the image were read with is folded below them', () => {
    const folded = (view: ExamplePageView) =>
      shown(view)
        .all('details')
        .find((one) => one.all('summary')[0]?.text === 'What each was read with');
    const tools = folded(page());
    expect(tools?.attributes).not.toHaveProperty('open');
    expect(tools?.all('dd').map(({text}) => text)).toEqual(READ_WITH.map(([, how]) => how));
    expect(folded(page({images: []}))).toBeUndefined();
  });

  test('a symptom shown here leads to its run and its fix', () => {
    const fix = {id: 'fixed', title: 'The fix', href: '/examples/fixed'};
    const failsHref = '/examples/pure-go#scenario-a';
    const twins = [{symptom: SYMPTOM, failsHref, fix}];
    const links = shown(page({twins}))
      .all('a')
      .map(({attributes}) => attributes.href);
    expect(links).toContain('/examples/pure-go#scenario-a');
    expect(links).toContain('/examples/fixed');
    expect(links).toContain('/fix/no-loader');
  });
});

describe('catalogue', () => {
  test('one row an example, with state, linkage, base, size and date', () => {
    const entries = [
      entry(),
      entry({example: {id: 'b', title: 'B', href: '/examples/b'}, state: state('expired')}),
    ];
    const html = render(createElement(CatalogueContent, {view: {entries}}));
    const rows = html
      .all('tr')
      .slice(1)
      .map((row) => row.all('td').map(({text}) => text));
    expect(rows).toEqual([
      ['static', 'static:nonroot', '9.1 MB', 'Verified3 Feb 2031'],
      ['static', 'static:nonroot', '9.1 MB', 'Expired3 Feb 2031'],
    ]);
  });

  test('what works comes before what fails on purpose', () => {
    const named = (id: string, fails: boolean) => entry({example: {id, title: id, href: `/${id}`}, fails});
    const entries = [named('a', true), named('b', false), named('c', true), named('d', false)];
    const html = render(createElement(CatalogueContent, {view: {entries}}));
    expect(
      html
        .all('a')
        .map(({text}) => text)
        .slice(-4),
    ).toEqual(['b', 'd', 'a', 'c']);
  });

  test('recipes come first, by what their reader has', () => {
    const named = (id: string, recipe: RecipeKind | null) =>
      entry({example: {id, title: id, href: `/${id}`}, recipe});
    const entries = [named('a', null), named('b', 'static'), named('c', 'no-c')];
    const html = render(createElement(CatalogueContent, {view: {entries}}));
    expect(html.all('h2').map(({text}) => text)).toEqual([
      'To copy: no C in the build',
      'To copy: C, static',
      'To see how it works',
    ]);
    const links = html.all('a').map(({text}) => text);
    expect(links.slice(-3)).toEqual(['c', 'b', 'a']);
  });

  test('what is not known is a dash, and a failure on purpose says so', () => {
    const bare = entry({linkage: null, imageSize: null, provedAt: null, fails: true});
    const html = render(createElement(CatalogueContent, {view: {entries: [bare]}}));
    const [, row] = html.all('tr');
    expect(row?.all('td').map(({text}) => text)).toEqual(['–', 'static:nonroot', '–', 'Verified']);
    expect(row?.text).toContain('fails on purpose');
  });

  test('cells carry the name of their column, for phones', () => {
    const html = render(createElement(CatalogueContent, {view: {entries: [entry()]}}));
    const labels = html.all('td').map(({attributes}) => attributes['data-label']);
    expect(labels).toEqual(['Linkage', 'Base', 'Size', 'State']);
  });
});
