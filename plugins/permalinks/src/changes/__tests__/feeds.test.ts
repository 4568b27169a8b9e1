import {describe, expect, test} from 'vitest';
import {urnOf, type Change} from '../change';
import {NEWEST} from '../feed';
import {feedFiles, feedLinks} from '../feeds';
import {atomProblems, parseXml} from './atomRules';
import {jsonFeedProblems} from './jsonFeedRules';

const OPTIONS = {
  base: 'https://guide.test/base/',
  examples: [
    {id: 'start-loader', title: 'A loader that is not there'},
    {id: 'never-changed', title: 'Nothing happened'},
  ],
  since: '2026-11-27T10:00:00Z',
};

/** Error texts hold what no feed may: these are the worst. */
const WORST = '</title><script>&amp; ]]> \u0000\u001b[31m\ud800 "quoted" \'too\' \ufffe 💥';

function change(number: number, more: Partial<Change> = {}): Change {
  return {
    id: urnOf(String(number)),
    on: new Date(Date.UTC(2026, 11, 1) - number * 1000).toISOString().replace('.000Z', 'Z'),
    kind: 'revised',
    title: WORST,
    address: '/s/no-loader@222222222222',
    example: 'start-loader',
    why: number % 2 === 0 ? WORST : null,
    ...more,
  };
}

const many = Array.from({length: NEWEST + 20}, (_, number) => change(number));
const filesOf = (changes: readonly Change[]) =>
  new Map(feedFiles(changes, OPTIONS).map(({path, bytes}) => [path, String(bytes)]));

describe('feeds', () => {
  test('are there for all and for each example, gone ones too, in both forms', () => {
    const gone = change(0, {example: 'gone'});
    expect([...filesOf([gone]).keys()]).toEqual([
      '/feed.atom',
      '/feed.json',
      ...['start-loader', 'never-changed', 'gone'].flatMap((id) => [
        `/feeds/${id}.atom`,
        `/feeds/${id}.json`,
      ]),
    ]);
  });

  test('keep the rules of RFC 4287 and of JSON Feed 1.1, whatever texts hold', () => {
    for (const [path, text] of filesOf([...many, change(1000, {example: null})]))
      expect([path, path.endsWith('.atom') ? atomProblems(text) : jsonFeedProblems(text)]).toEqual([
        path,
        [],
      ]);
  });

  test('say what was meant, without what XML has no way to write', () => {
    const files = filesOf(many);
    const [entry] = parseXml(files.get('/feed.atom') ?? '').children.filter(({name}) => name === 'entry');
    const said = `New revision: </title><script>&amp; ]]> [31m "quoted" 'too'  💥`;
    expect(entry?.children.find(({name}) => name === 'title')?.text).toBe(said);
    const feed = JSON.parse(files.get('/feed.json') ?? '') as {items: {title: string; url: string}[]};
    expect(feed.items[0]?.title).toBe(said);
    expect(feed.items[0]?.url).toBe('https://guide.test/base/s/no-loader@222222222222');
  });

  test('have the newest, and an example only its own', () => {
    const files = filesOf([...many.slice(0, 3), change(500, {example: null})]);
    const count = (path: string) => (files.get(path) ?? '').split('<entry>').length - 1;
    expect([
      count('/feed.atom'),
      count('/feeds/start-loader.atom'),
      count('/feeds/never-changed.atom'),
    ]).toEqual([4, 3, 0]);
    expect((filesOf(many).get('/feed.atom') ?? '').split('<entry>').length - 1).toBe(NEWEST);
  });

  test('are told of in the head of pages', () => {
    expect(feedLinks('/base/').map(({attributes}) => attributes)).toEqual([
      expect.objectContaining({rel: 'alternate', type: 'application/atom+xml', href: '/base/feed.atom'}),
      expect.objectContaining({rel: 'alternate', type: 'application/feed+json', href: '/base/feed.json'}),
    ]);
    expect(feedLinks('/', {id: 'a', title: 'A'})[0]?.attributes).toMatchObject({href: '/feeds/a.atom'});
  });
});

describe('the checks of these tests', () => {
  const atom = filesOf(many.slice(0, 2)).get('/feed.atom') ?? '';
  const json = filesOf(many.slice(0, 2)).get('/feed.json') ?? '';

  test.each([
    ['an id that two have', atom.replaceAll(urnOf('1'), urnOf('0'))],
    ['an id without a scheme', atom.replace('urn:uuid:', '')],
    ['a day without its time', atom.replaceAll('T00:00:00Z', '')],
    ['the older first', atom.replaceAll('2026-11-30T23:59:59Z', '2027-01-01T00:00:00Z')],
    ['nobody who answers for it', atom.replace(/<author>.*<\/author>/, '')],
    ['no title', atom.replace(/<title>.*<\/title>/, '')],
    ['a link that needs an origin', atom.replaceAll('href="https://guide.test', 'href="')],
    ['no link to itself', atom.replace('rel="self"', 'rel="related"')],
    ['another namespace', atom.replace('2005/Atom', '2004/Atom')],
  ])('find %s', (_, broken) => {
    expect(broken).not.toBe(atom);
    expect(atomProblems(broken)).not.toEqual([]);
  });

  test.each(['&nbsp;', '\u0001', '<p>', '&', '</feed>'])('find that %j is not well-formed', (text) => {
    expect(() => atomProblems(atom.replace('</title>', `${text}</title>`))).toThrow();
  });

  test.each([
    ['an id that two have', json.replaceAll(urnOf('1'), urnOf('0'))],
    ['no content', json.replaceAll('content_text', '_text')],
    ['another version', json.replace('version/1.1', 'version/1')],
    ['a day without its time', json.replaceAll('T00:00:00Z', '')],
    ['the older first', json.replaceAll('2026-11-30T23:59:59Z', '2027-01-01T00:00:00Z')],
  ])('find %s in JSON', (_, broken) => {
    expect(broken).not.toBe(json);
    expect(jsonFeedProblems(broken)).not.toEqual([]);
  });
});
