import './siteEdge';
import {createElement} from 'react';
import {describe, expect, test} from 'vitest';
import type {ProofCardView} from '../../model/views';
import type {State} from '../../../proof/gate/state';
import {shownBytes} from '../../client/shownBytes';
import ProofCard from '../ProofCard';
import {card, file, proof, state, variant} from './fixtures';
import {render, type Seen} from './render';

const shown = (view: ProofCardView) => render(createElement(ProofCard, {view}));

/** The bytes that Copy would take from a `<pre>`. */
function bytesOf(pre: Seen | undefined): string {
  const finalNewline = pre?.attributes['data-final-newline'];
  return shownBytes({textContent: pre?.text ?? '', dataset: {finalNewline}});
}

describe('bytes', () => {
  test('are those of the file, its final newline included or not', () => {
    const [dockerfile, main] = shown(card()).all('pre');
    expect(bytesOf(dockerfile)).toBe('FROM scratch\nCOPY app /\n');
    expect(bytesOf(main)).toBe('package main // a < b && c');
  });

  test('survive tabs, empty lines and leading newlines', () => {
    const html = '<span class="line"></span>\n<span class="line">\tx  </span>\n<span class="line"></span>';
    const [pre] = shown(card({variants: [variant({files: [file('a', html)]})]})).all('pre');
    expect(bytesOf(pre)).toBe('\n\tx  \n\n');
  });
});

describe('without JavaScript', () => {
  const two = card({variants: [variant(), variant({id: 'alpine', title: 'Go 1.99 · alpine'})]});

  test('each switch is a radio group of its own with one button chosen', () => {
    const radios = shown(two).all('input');
    const names = [...new Set(radios.map(({attributes}) => attributes.name))];
    expect(names).toEqual(['pure-go-1-variant', 'pure-go-1-file-default', 'pure-go-1-file-alpine']);
    const chosen = radios.filter(({attributes}) => 'checked' in attributes);
    expect(chosen.map(({attributes}) => attributes.name)).toEqual(names);
  });

  test('every button has a label and ids are unique', () => {
    const html = shown(two);
    const ids = html.all('input').map(({attributes}) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.all('label').map(({attributes}) => attributes.for)).toEqual(ids);
  });

  test('a whole Dockerfile can be copied with where it is from, which nothing asks for yet', () => {
    const one = card({
      variants: [variant({files: [file('Dockerfile', 'FROM scratch', {wholeSha256: 'ab'})]})],
    });
    const [input] = shown(one).all('input');
    expect(input?.attributes).toEqual({
      ...{type: 'checkbox', 'data-origin': 'ab', 'data-origin-of': '/examples/pure-go'},
    });
  });

  test('two cards of one page share no name', () => {
    const names = (uid: string) =>
      shown({...two, uid})
        .all('input')
        .map(({attributes}) => attributes.name);
    const first = new Set(names('a'));
    expect(names('b').filter((name) => first.has(name))).toEqual([]);
  });

  test('one variant with one file needs no switch', () => {
    const html = shown(card({variants: [variant({files: [file('Dockerfile', 'FROM scratch')]})]}));
    expect(html.all('input')).toEqual([]);
    expect(html.text).toContain('Dockerfile');
  });

  test('raw text and zip are plain links', () => {
    const links = shown(card())
      .all('a')
      .map(({text, attributes}) => [text, attributes.href]);
    expect(links.slice(0, 2)).toEqual([
      ['Raw text of Dockerfile', '/raw/pure-go/Dockerfile'],
      ['Zip of pure-go', '/zip/pure-go.zip'],
    ]);
  });
});

describe('states', () => {
  test.each<[State, string]>([
    ['verified', 'Verified'],
    ['moved', 'Upstream moved'],
    ['expired', 'Expired'],
    ['stale', 'Stale'],
    ['failed', 'Failed'],
    ['missing', 'Missing'],
  ])('%s is on the code and in words', (name, words) => {
    const html = shown(card({variants: [variant({state: state(name)})]}));
    for (const pre of html.all('pre')) {
      expect(pre.attributes).toMatchObject({'data-proof': name, 'data-example': 'pure-go'});
    }
    expect(html.all('summary')[0]?.text).toContain(words);
  });

  test('what must not be published says why above the code', () => {
    const html = shown(card({variants: [variant({state: state('stale', 'main.go changed.'), proofs: []})]}));
    const [reasons] = html.all('div').filter(({attributes}) => attributes['data-reasons'] === 'stale');
    expect(reasons?.text).toContain('main.go changed.');
    expect(reasons?.text).toContain('This cannot be published');
    expect(html.text).toContain('There is no proof yet.');
  });

  test('a moved upstream says what moved, in the receipt', () => {
    const html = shown(card({variants: [variant({state: state('moved', 'alpine has another digest.')})]}));
    expect(html.all('details')[0]?.text).toContain('alpine has another digest.');
  });
});

test('the foot tells the facts one decides by, each with its name', () => {
  const [summary] = shown(card()).all('summary');
  const facts = [
    '3 Feb 2031',
    'Linkage: static',
    'User: uid 65532',
    'Image size: 9.1 MB',
    'Go version: Go 1.99.1',
  ];
  for (const fact of facts) expect(summary?.text).toContain(fact);
});

test('the foot names every platform, and the receipt has a part for each', () => {
  const both = [proof(), proof({platform: 'linux/arm64', key: 'sha256:2'})];
  const html = shown(card({variants: [variant({proofs: both})]}));
  expect(html.all('summary')[0]?.text).toContain('Platforms: amd64, arm64');
  expect(html.text).toContain('linux/amd64, rebuilt bases');
  expect(html.text).toContain('linux/arm64, rebuilt bases');
  const [one] = shown(card()).all('summary');
  expect(one?.text).toContain('Platform: amd64');
});

test('a builder of another platform says so', () => {
  const bases = [{...builder(), platform: 'linux/amd64'}];
  const html = shown(card({variants: [variant({proofs: [proof({platform: 'linux/arm64', bases})]})]}));
  expect(html.text).toContain('golang:1.99 for linux/amd64, rebuilt from its packages');
  expect(shown(card()).text).toContain('golang:1.99 rebuilt from its packages');
});

test('facts that are not known are left out, not invented', () => {
  const bare = proof({linkage: null, user: null, uid: null, imageSize: null, goVersion: null, binary: null});
  const [summary] = shown(card({variants: [variant({proofs: [bare]})]})).all('summary');
  expect(summary?.text).not.toMatch(/Linkage|User|Image size|Go version|null/);
});

test('a part of a file says which', () => {
  const stage = {name: 'build', from: 12, to: 20};
  const html = shown(card({variants: [variant({files: [file('Dockerfile', 'FROM x', {stage})]})]}));
  expect(html.all('p')[0]?.text).toBe('Lines 12–20 of Dockerfile, stage build');
  expect(html.all('button')[0]?.attributes).toMatchObject({'aria-label': 'Copy lines 12–20 of Dockerfile'});
});

test('titles and reasons are text, never markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const html = shown(
    card({variants: [variant({title: evil, state: state('moved', evil)}), variant({id: 'b'})]}),
  );
  expect(html.all('img')).toEqual([]);
  expect(html.text).toContain(evil);
});

function builder() {
  const [base] = proof().bases;
  if (base === undefined) throw new Error('the fixture has no base');
  return base;
}
