import './siteEdge';
import {createElement} from 'react';
import {expect, test} from 'vitest';
import type {BaseRowView, BasesView} from '../../model/baseViews';
import type {UpstreamView} from '../../model/upstreamView';
import BasesTable from '../BasesTable';
import {render} from './render';

const ROW: BaseRowView = {
  names: [
    {ref: 'gcr.io/distroless/base-debian13:latest', aliases: ['gcr.io/distroless/base'], standIn: null},
    {ref: 'gcr.io/distroless/base-debian13:nonroot', aliases: [], standIn: null},
  ],
  runsAs: [
    {ref: 'gcr.io/distroless/base-debian13:latest', user: '0', uid: 0},
    {ref: 'gcr.io/distroless/base-debian13:nonroot', user: '65532', uid: 65532},
  ],
  platform: 'linux/amd64',
  support: [],
  approximations: ['Something differs.'],
  libc: 'glibc 2.41',
  loaders: ['/lib64/ld-linux-x86-64.so.2'],
  caRoots: 148,
  timeZones: 0,
  nsswitchHosts: 'hosts: files dns',
  shell: null,
  users: {root: 0, nonroot: 65532},
  tmp: true,
  size: 24_430_419,
  packages: 10,
  upstream: [
    {ref: 'gcr.io/distroless/base-debian13:latest', views: [null]},
    {ref: 'gcr.io/distroless/base-debian13:nonroot', views: [null]},
  ],
};

const shown = (view: Partial<BasesView> = {}) =>
  render(
    createElement(BasesTable, {
      view: {
        ...{rows: [ROW], unmeasured: [], rebuilt: true, pulled: [], aside: [], sources: []},
        ...{datesOf: '2026-08-22', ...view},
      },
    }),
  );

test('a row of bases says under its headings what one decides by', () => {
  const html = shown();
  const facts = html
    .all('td')
    .filter(({attributes}) => attributes['data-label'] !== undefined)
    .map(({attributes, text}) => [attributes['data-label'], text]);
  expect(Object.fromEntries(facts)).toEqual({
    Support: 'no date recorded here',
    libc: 'glibc 2.41',
    Size: '24 MB',
    Packages: '10',
    'CA roots': '148',
    'Time zones': 'none',
    Shell: 'none',
    'Runs as': 'root (latest), uid 65532 (nonroot)',
  });
  expect(html.all('th').at(-1)?.all('code')[0]?.text).toBe('gcr.io/distroless/base-debian13:latest');
});

test('what decides seldom is folded, and in the page', () => {
  const [more] = shown().all('details');
  expect(more?.attributes).not.toHaveProperty('open');
  const names = more?.all('dt').map(({text}, index) => [text, more.all('dd')[index]?.text]);
  expect(Object.fromEntries(names ?? [])).toEqual({
    Loader: '/lib64/ld-linux-x86-64.so.2',
    '/tmp': 'yes',
    'In passwd': 'root 0, nonroot 65532',
    'nsswitch.conf': 'hosts: files dns',
    'Also named': 'gcr.io/distroless/base',
    'Differs from the public image': 'Something differs.',
    Upstream: 'Not known: nobody was asked since it was pinned or rebuilt.',
  });
});

test('bases that few choose are folded under the table, each with all of its facts', () => {
  const debug = {
    ...ROW,
    names: [{ref: 'gcr.io/distroless/base-debian13:debug', aliases: [], standIn: null}],
    size: 26_454_963,
  };
  const html = shown({aside: [{why: 'debug', rows: [debug]}]});
  const [aside] = html.all('details').filter(({attributes}) => attributes['data-aside'] === 'debug');
  expect(aside?.attributes).not.toHaveProperty('open');
  expect(aside?.all('summary')[0]?.text).toBe('Debug tags, with a shell 1 image');
  expect(aside?.text).toContain('base-debian13:debug');
  expect(aside?.text).toContain('26 MB');
  expect(aside?.all('dt')).toHaveLength(6);
});

test('a base that stands in for another is called what it is', () => {
  const names = [{ref: 'alpine:3.17', aliases: [], standIn: 'musl 1.2.3 of Debian 12'}];
  const {text} = shown({rows: [{...ROW, names}]});
  expect(text).toContain('musl 1.2.3 of Debian 12');
  expect(text).not.toContain('alpine:3.17');
});

test('a base says until when its parts are supported, and which are not any more', () => {
  const support = [
    {what: 'distroless, debian13', until: null, longTerm: null, over: false},
    {what: 'Debian 11', until: '2024-08-14', longTerm: '2026-08-31', over: true},
    {what: 'Debian 12', until: '2026-09', longTerm: null, over: false},
  ];
  const sources = [{title: 'Debian', url: 'https://debian.test/'}];
  const html = shown({rows: [{...ROW, support}], sources});
  const parts = html.all('span').filter(({text}) => /^(?:Debian|distroless)/.test(text));
  expect(parts.map(({text, attributes}) => [text, 'data-over' in attributes])).toEqual([
    ['distroless, debian13: supported', false],
    ['Debian 11: over since 14 Aug 2024, long-term until 31 Aug 2026', true],
    ['Debian 12: until Sep 2026', false],
  ]);
  expect(html.text).toContain('Support as published on 22 Aug 2026: Debian.');
});

test('what upstream has is shown with its date, and is not for twins and revisions', () => {
  const moved: UpstreamView = {
    ...{world: 'rebuilt', state: 'moved', asOf: '2026-11-29', since: '2026-11-22T04:17:00Z'},
    ...{why: null, newer: 2},
  };
  const upstream = ROW.upstream.map(({ref}) => ({ref, views: [moved]}));
  const html = shown({rows: [{...ROW, upstream}]});
  const [screen, ...others] = html.all('div').filter(({attributes}) => 'data-screen' in attributes);
  expect(screen?.text).toBe('UpstreamOn 29 Nov 2026: 2 packages are newer, since 22 Nov 2026.');
  expect(others).toEqual([]);
});

test('a base that nobody has measured says so in one cell, and one that was pulled its digest', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const html = shown({
    rebuilt: false,
    unmeasured: [{names: [{ref: 'ubuntu:24.04', aliases: [], standIn: null}], support: []}],
    pulled: [{ref: 'busybox:musl', digest, on: '2026-11-30'}],
  });
  const cells = html.all('tr').at(-1)?.all('td') ?? [];
  expect(cells.map(({text, attributes}) => [attributes.colSpan ?? attributes.colspan, text])).toEqual([
    [undefined, 'no date recorded here'],
    ['7', 'not measured here yet: only a registry has it'],
  ]);
  expect(html.all('figcaption')[0]?.text).toContain(
    `busybox:musl as its registry had it on 30 Nov 2026: ${digest}.`,
  );
  expect(html.all('figcaption')[0]?.text).not.toContain('rebuilt');
});
