import './siteEdge';
import {createElement} from 'react';
import {expect, test} from 'vitest';
import type {ExampleBaseView} from '../../model/baseViews';
import BasesSection from '../ExamplePage/BasesSection';
import {render} from './render';

const BASE: ExampleBaseView = {
  ...{ref: 'debian:13-slim', platform: 'linux/amd64', identity: 'sha256:1', content: 'sha256:2'},
  ...{provenance: 'rebuilt', approximations: [], standIn: null, upstream: null},
};

test('a base says what upstream has, apart from what twins and revisions are made of', () => {
  const moving: ExampleBaseView['upstream'] = {
    ...{world: 'rebuilt', state: 'moving', asOf: '2026-11-29', since: '2026-11-29T04:17:00Z'},
    ...{why: null, newer: 1},
  };
  const html = render(createElement(BasesSection, {bases: [{...BASE, upstream: moving}]}));
  const [screen] = html.all('dl').filter(({attributes}) => 'data-screen' in attributes);
  expect(screen?.text).toBe('UpstreamOn 29 Nov 2026: 1 package is newer, seen for less than a day.');
  const kept = html.all('dl').filter(({attributes}) => !('data-screen' in attributes));
  expect(kept.map(({text}) => text)).toEqual(['Identitysha256:1Contentsha256:2']);
});

test('nobody asked is not unmoved', () => {
  expect(render(createElement(BasesSection, {bases: [BASE]})).text).toContain(
    'Not known: nobody was asked since it was pinned or rebuilt.',
  );
});
