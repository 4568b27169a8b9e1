import './siteEdge';
import {createElement} from 'react';
import {describe, expect, test, vi} from 'vitest';
import type {FixPageView, SymptomPageView} from '../../model/symptomViews';
import type {SiteCounts} from '../../model/views';
import Counts from '../Counts';
import FixContent from '../FixPage/FixContent';
import SymptomContent from '../SymptomPage/SymptomContent';
import {state, transcript} from './fixtures';
import {render} from './render';
import {fixPage, half, OTHER, SYMPTOM, symptomPage} from './symptomFixtures';

const COUNTS: SiteCounts = {
  examples: 2,
  variants: 3,
  scenarios: 4,
  runs: 1234,
  twins: 6,
  cells: 7,
  symptoms: 8,
  notReproduced: 9,
  claims: 10,
  unproved: 0,
  lastVerified: '2031-02-03T04:05:06Z',
};
// The box has tests of its own, in a browser: it begins with an answer.
vi.mock('../../../../../find/src/theme/FindBox', () => ({default: () => null}));
vi.mock('../../client/site/useSiteCounts', () => ({useSiteCounts: () => COUNTS}));

const shown = (more: Partial<SymptomPageView> = {}) =>
  render(createElement(SymptomContent, {view: symptomPage(more), kept: symptomPage(more)}));

describe('symptom page', () => {
  test('says what its command is in a pod, where it looks at something that runs', () => {
    const {confirm} = symptomPage();
    const command = {lines: ['docker run --network container:CONTAINER'], placeholders: ['CONTAINER']};
    const pod = 'kubectl debug -it POD --target=CONTAINER';
    const html = shown({confirm: {...confirm, command: {...command, variables: [], pod}}});
    const [folded] = html.all('details').filter(({text}) => text.startsWith('In a pod'));
    expect(folded?.text).toContain('Not run here');
    expect(folded?.all('pre').map(({attributes, text}) => [attributes['data-proof'], text])).toEqual([
      ['reasoned', pod],
    ]);
  });

  test('says how to name the image of a pod, and of another platform, where a file is taken out', () => {
    const {confirm} = symptomPage();
    const lines = ['docker create --name look IMAGE'];
    const text = shown({
      confirm: {...confirm, command: {lines, placeholders: ['IMAGE'], variables: [], pod: null}},
    }).text;
    expect(text).toContain("kubectl get pod POD -o jsonpath='{.spec.containers[*].image}'");
    expect(text).toContain('--platform linux/amd64');
  });

  test('is headed by the exact text, with what happened and the day of proof', () => {
    const html = shown();
    expect(html.all('h1').map(({text}) => text)).toEqual(['exec /app: no such {file}']);
    expect(html.all('header')[0]?.text).toContain('The loader is missing.');
    expect(html.all('header')[0]?.text).toContain('Verifiedproved 3 Feb 2031');
    expect(html.all('header')[0]?.all('button')[0]?.attributes).toMatchObject({
      'aria-label': 'Copy error text',
    });
    expect(html.all('button')[0]?.text).toBe('Copy citation');
  });

  test('confirms, fixes and explains in this order, then proves', () => {
    expect(
      shown()
        .all('h2')
        .map(({text}) => text),
    ).toEqual(['Confirm', 'Fix', 'Why', 'Proof', 'Repeat it', 'Easily mistaken for', 'Sources']);
    const steps = shown()
      .all('li')
      .filter((item) => item.all('h2').length > 0);
    expect(steps[0]?.text).toContain('readelf -l taken');
    expect(steps[1]?.text).toContain('FROM scratch');
    expect(steps[2]?.text).toContain('The kernel <opens> it.');
  });

  test('shows the lines that a fix changes, and folds the file that has them', () => {
    const html = shown({
      changes: [
        {
          of: 'Dockerfile',
          lines: [
            {sign: '-', text: 'FROM a'},
            {sign: '+', text: 'FROM b'},
          ],
        },
      ],
    });
    const [change] = html.all('figure').filter(({text}) => text.startsWith('Changed in Dockerfile'));
    expect(change?.all('pre')[0]?.text).toBe('- FROM a\n+ FROM b');
    expect(change?.all('del')[0]?.text).toBe('- FROM a');
    const folded = html.all('details').filter(({text}) => text.startsWith('The whole Dockerfile stage'));
    expect(folded[0]?.text).toContain('FROM scratch');
  });

  test('what it lists lies on the page', () => {
    const html = shown();
    const ids = html.all('h2').map(({attributes}) => attributes.id);
    const [toc] = html.all('nav').filter(({attributes}) => attributes['aria-label'] === 'On this page');
    const targets = toc?.all('a').map(({attributes}) => attributes.href?.slice(1));
    expect(targets).toEqual(ids);
  });

  test('shows both halves: the text marked where it was printed, and both receipts', () => {
    const html = shown();
    const halves = html.all('section').filter(({attributes}) => attributes['aria-label'] !== undefined);
    expect(halves.map(({attributes}) => attributes['aria-label'])).toEqual([
      'Fails: Pure Go, made up',
      'Fixed: Pure Go, made up',
    ]);
    expect(halves[0]?.all('mark').map(({text}) => text)).toEqual(['exec /app: no such {file}']);
    expect(halves[1]?.all('mark')).toEqual([]);
    for (const part of halves) expect(part.all('dt')[0]?.text).toBe('Proved');
  });

  test('no block of code is without its state', () => {
    const blocks = shown().all('pre');
    expect(blocks.length).toBeGreaterThan(3);
    for (const {attributes} of blocks) expect(attributes['data-proof']).toBe('verified');
  });

  test('links lead to pages, symptoms and sources', () => {
    const links = shown()
      .all('a')
      .map(({attributes}) => attributes.href);
    for (const href of ['/examples/pure-go', '/fix/no-file', '/fix', '/fix#start', 'https://man.test/execve'])
      expect(links).toContain(href);
    const [here] = shown()
      .all('a')
      .filter(({attributes}) => attributes['aria-current'] === 'page');
    expect(here?.attributes.href).toBe('/fix/no-loader');
  });

  test('one text with several causes is told apart by what has happened', () => {
    const twice = shown({siblings: [SYMPTOM, {...OTHER, text: SYMPTOM.text}]});
    const names = (html: typeof twice) =>
      html
        .all('nav')[0]
        ?.all('li')
        .map(({text}) => text.replace(SYMPTOM.text, '…'));
    expect(names(twice)).toEqual(['…The loader is missing', '…No file']);
    expect(names(shown())).toEqual(['…', 'stat /app']);
  });

  test('a text of one word is shown under what has happened', () => {
    const symptom = {...SYMPTOM, text: '"seconds":30', heads: 'title' as const};
    const html = shown({symptom, siblings: [symptom], mistakenFor: []});
    const [header] = html.all('header');
    expect(html.all('h1').map(({text}) => text)).toEqual(['The loader is missing']);
    expect(header?.all('code').map(({text}) => text)).toEqual(['"seconds":30']);
    expect(header?.text.match(/The loader is missing/g)).toHaveLength(1);
    expect(html.all('nav')[0]?.all('li')[0]?.text).toBe('The loader is missing');
    expect(
      shown({mistakenFor: [{symptom, difference: []}]})
        .all('a')
        .map(({text}) => text),
    ).not.toContain('"seconds":30');
  });

  test('a fix without another image says so', () => {
    const html = shown({fixedFile: null});
    expect(html.text).toContain('In the same image:');
    expect(html.text).not.toContain('FROM scratch');
  });

  test('a fix by a build leads to the build', () => {
    const fix = half(transcript({scenario: null, title: 'The build succeeds'}));
    expect(shown({fix}).text).toContain('After the fix the build');
  });

  test('what is not proved says so, with its reasons', () => {
    const html = shown({
      state: state('missing', 'There is no proof.'),
      provedAt: null,
      confirm: {title: '', command: null, run: null, example: null, nearMiss: {title: '', run: null}},
      fails: half(null),
      fix: half(null),
    });
    expect(html.text.match(/There is no proved run yet\./g)).toHaveLength(4);
    expect(html.text).toContain('There is no proof.');
    expect(html.text).toContain('This cannot be published');
  });

  test('has no empty sections', () => {
    const headings = shown({mistakenFor: [], sources: []}).all('h2');
    expect(headings.map(({attributes}) => attributes.id)).toEqual([
      'confirm',
      'fix',
      'why',
      'proof',
      'repeat',
    ]);
  });
});

describe('index of symptoms', () => {
  const index = (more: Partial<FixPageView> = {}) => render(createElement(FixContent, {kept: fixPage(more)}));

  test('has every exact text under its group', () => {
    expect(
      index()
        .all('section')
        .slice(0, 2)
        .map((section) => [
          section.all('h2')[0]?.text,
          section.all('a').map(({text, attributes}) => `${attributes.href ?? ''} ${text}`),
        ]),
    ).toEqual([
      ["The program won't start", ['/fix/no-loader exec /app: no such {file}']],
      ["Names don't resolve", ['/fix/no-file stat /app']],
    ]);
  });

  test('begins with its groups, and says how many each has', () => {
    const [groups] = index()
      .all('nav')
      .filter(({attributes}) => attributes['aria-label'] === 'Groups of symptoms');
    expect(groups?.all('a').map(({attributes, text}) => `${attributes.href ?? ''} ${text}`)).toEqual([
      "#start The program won't start (1)",
      "#dns Names don't resolve (1)",
    ]);
  });

  test('names a symptom by its text, and by what has happened where the text is one word', () => {
    const [start] = fixPage().groups;
    const symptoms = (start?.symptoms ?? []).flatMap((line) => [
      line,
      {...line, symptom: {...OTHER, text: '12:00 UTC', heads: 'title' as const}},
    ]);
    const lines = index({groups: [{group: 'start', symptoms}]})
      .all('li')
      .slice(-2);
    expect(lines.map((line) => [line.all('a')[0]?.text, ...line.all('p').map(({text}) => text)])).toEqual([
      ['exec /app: no such {file}', 'The loader is missing', 'Verified3 Feb 2031'],
      ['No file', 'prints 12:00 UTC', 'Verified3 Feb 2031'],
    ]);
  });

  test('keeps apart what is not reproduced, with reason, source and an address', () => {
    const section = index().all('section').at(-2);
    expect(section?.all('h2')[0]?.text).toBe('Not reproduced here');
    expect(section?.all('h3')[0]).toMatchObject({text: 'rosetta error', attributes: {id: 'rosetta'}});
    expect(section?.text).toContain('needs a Mac');
    expect(section?.all('a')[0]?.attributes.href).toBe('https://x.test/3');
    expect(section?.text).not.toContain('Verified');
  });

  test('without such symptoms there is no such section', () => {
    expect(index({notReproduced: []}).text).not.toContain('Not reproduced');
  });
});

test('counts are shown with what was counted', () => {
  const html = render(createElement(Counts, {}));
  const rows = html.all('dt').map(({text}, index) => `${text}: ${html.all('b')[index]?.text ?? ''}`);
  expect(rows).toEqual([
    'Examples: 2',
    'Variants: 3',
    'Scenarios: 4',
    'Recorded runs: 1,234',
    'Matrix cells: 7',
    'Twins: 6',
    'Symptoms proved: 8',
    'Symptoms not reproduced: 9',
    'Measured values: 10',
    'Unproved: 0',
  ]);
  expect(html.all('time')[0]?.text).toBe('3 Feb 2031');
});
