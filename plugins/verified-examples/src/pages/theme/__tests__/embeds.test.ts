import './siteEdge';
import {createElement} from 'react';
import {describe, expect, test} from 'vitest';
import type {MeasuredView} from '../../model/proseViews';
import Fence from '../Fence';
import Measured from '../Measured';
import {placeTip} from '../../client/tip/placeTip';
import PlainCode from '../PlainCode';
import ReceiptEmbed from '../ReceiptEmbed';
import {EXAMPLE, proof, state} from './fixtures';
import {render} from './render';

test('a fence says that nothing proves it, why, and until when', () => {
  const view = {
    html: '<span class="line">kubectl get</span>',
    finalNewline: true,
    reason: 'needs a cluster',
    until: '2031-06-30',
  };
  const html = render(createElement(Fence, {view}));
  expect(html.all('figcaption')[0]?.text).toContain(
    'Not from an example: needs a cluster, until 30 Jun 2031',
  );
  expect(html.all('pre')[0]?.attributes).toMatchObject({
    'data-proof': 'reasoned',
    'data-final-newline': 'true',
  });
});

test('plain text is marked as such', () => {
  const html = render(createElement(PlainCode, null, createElement('code', null, 'hosts: files dns\n')));
  expect(html.all('pre')[0]).toMatchObject({text: 'hosts: files dns\n', attributes: {'data-proof': 'plain'}});
});

describe('measured value', () => {
  const view: MeasuredView = {
    text: '2.2 MB',
    claim: 'pure-go.image.size',
    variant: 'current',
    platform: 'linux/amd64',
    example: 'pure-go',
    scenario: null,
    source: 'Inspection of pure-go: size of the image',
    href: '/examples/pure-go#image',
    state: 'moved',
    provedAt: '2031-02-03T04:05:06Z',
  };

  test('is a plain link that tells its source without JavaScript', () => {
    const [link] = render(createElement(Measured, {view})).all('a');
    expect(link?.text).toBe('2.2 MB');
    expect(link?.attributes).toMatchObject({
      href: '/examples/pure-go#image',
      title: 'Inspection of pure-go: size of the image\nUpstream moved, 3 Feb 2031',
      'data-example': 'pure-go',
      'data-measured': 'moved',
      'data-claim': 'pure-go.image.size',
    });
  });

  const view360 = {width: 360, height: 740};
  test.each([
    ['under the value', {left: 100, top: 80, bottom: 100}, {left: 100, top: 100}],
    ['moved in from the right edge', {left: 300, top: 80, bottom: 100}, {left: 148, top: 100}],
    ['moved in from the left edge', {left: -20, top: 80, bottom: 100}, {left: 12, top: 100}],
    ['above at the bottom', {left: 100, top: 700, bottom: 720}, {left: 100, top: 650}],
  ])('the tip is %s', (_, anchor, place) => {
    expect(placeTip(anchor, {width: 200, height: 50}, view360)).toEqual(place);
  });
});

describe('receipt', () => {
  const shown = (proofs = [proof()]) =>
    render(
      createElement(ReceiptEmbed, {view: {example: EXAMPLE, variant: 'Go 1.99', state: state(), proofs}}),
    );

  test('is folded, unless it does not hold', () => {
    expect(shown().all('details')[0]?.attributes).not.toHaveProperty('open');
    const view = {example: EXAMPLE, variant: 'Go 1.99', state: state('stale'), proofs: []};
    expect(render(createElement(ReceiptEmbed, {view})).all('details')[0]?.attributes).toHaveProperty('open');
  });

  test('tells scenarios, bases, binary, engine, key and how to repeat it', () => {
    const terms = shown()
      .all('dt')
      .map(({text}) => text);
    expect(terms).toEqual([
      'Proved',
      'Scenarios',
      'Build',
      'Bases',
      'Image',
      'Binary',
      'Engine',
      'Key',
      'Repeat it',
    ]);
    const {text} = shown();
    expect(text).toContain('Passed: serves /healthz over HTTP 0.21 s');
    expect(text).toContain('static:nonroot rebuilt from its packages');
    expect(text).toContain('File times differ from those of the published image.');
    expect(text).toContain('Docker 26.0.0, BuildKit 0.0.1, runc 1.0.0');
    expect(text).toContain('npm run verify pure-go');
  });

  test('says nothing of a second build that was not made', () => {
    const binary = {...(proof().binary ?? failure()), reproducible: null};
    expect(shown([proof({binary})]).text).not.toContain('second clean build');
    expect(shown([proof({binary: {...binary, reproducible: false}})]).text).toContain('gave other bytes');
  });

  test('keeps proofs of several platforms apart', () => {
    const {text} = shown([
      proof(),
      proof({platform: 'linux/arm64', provenance: 'registry', key: 'sha256:2'}),
    ]);
    expect(text).toContain('linux/amd64, rebuilt bases');
    expect(text).toContain('linux/arm64, bases pulled by digest');
  });
});

function failure(): never {
  throw new Error('the fixture has no binary');
}
