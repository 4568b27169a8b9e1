import {describe, expect, it} from 'vitest';
import {byKind} from '../byKind';
import {fragmentOf, questionOf} from '../fragment';
import {optionGroups} from '../options';
import {logIn, sizeOf} from '../paste';
import {asksToFind} from '../shortcut';

describe('the fragment of an address', () => {
  it('gives back what was asked, whatever is in it', () => {
    for (const text of ['exec /app: no such file', 'a=b&c#d%20\'"\n\ttwo', 'lookup db.über: Try again'])
      expect(questionOf(fragmentOf(text))).toBe(text);
  });

  it('is none for sections, names and what cannot be read', () => {
    for (const fragment of ['', '#fix', '#IMAGE=x', '#q', '#query=1', '#q=%E0%A4%A'])
      expect(questionOf(fragment)).toBeUndefined();
    expect(fragmentOf(' \n')).toBe('');
  });
});

describe('a paste', () => {
  it('is held beside the field when it is too long for it', () => {
    expect(logIn('one line', 1)).toBeUndefined();
    expect(logIn('one\ntwo', 1)).toEqual({name: 'Pasted log', text: 'one\ntwo'});
    expect(logIn('one\ntwo', 12)).toBeUndefined();
    expect(logIn('x'.repeat(5000), 12)).toBeDefined();
  });

  it('tells its size in lines and bytes', () => {
    expect(sizeOf('one\ntwo\n')).toBe('2 lines, 0.0 kB');
    expect(sizeOf('é'.repeat(1000))).toBe('1 line, 2.0 kB');
    expect(sizeOf('x\n'.repeat(500_000))).toBe('500,000 lines, 1.0 MB');
  });
});

describe('keys', () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    typing: false,
    ...more,
  });

  it('open the search, and / only where nobody types and it is on', () => {
    expect(asksToFind(key('k', {ctrlKey: true, typing: true}), false)).toBe(true);
    expect(asksToFind(key('K', {metaKey: true}), false)).toBe(true);
    expect(asksToFind(key('/'), true)).toBe(true);
    for (const [pressed, slash] of [
      [key('/'), false],
      [key('/', {typing: true}), true],
      [key('/', {ctrlKey: true}), true],
      [key('k'), true],
      [key('k', {ctrlKey: true, altKey: true}), true],
      [key('k', {ctrlKey: true, metaKey: true}), true],
    ] as const)
      expect(asksToFind(pressed, slash)).toBe(false);
  });
});

const page = (kind: 'symptom' | 'guide' | 'example', href: string) => ({kind, href, title: href});

describe('results', () => {
  it('stand in groups, that of the best page first', () => {
    const groups = byKind([page('guide', '/a'), page('symptom', '/fix/b'), page('guide', '/c')]);
    expect(groups.map(({label, pages}) => [label, pages.map(({href}) => href)])).toEqual([
      ['Guides', ['/a', '/c']],
      ['Error messages', ['/fix/b']],
    ]);
  });

  it('never put a guess among what is certain', () => {
    const entry = (id: string, tier: 'same' | 'closest') => ({
      tier,
      symptom: {id, title: id, text: `${id} text`, href: `/fix/${id}`},
      why: '',
      line: 1,
      count: 1,
      segments: [],
      others: [],
      told: false,
      consequences: [],
    });
    const answered = {found: [entry('a', 'same')], facts: [], pages: [], link: 'a text', masked: undefined};
    expect(optionGroups(answered).map(({label, options}) => [label, options[0]?.href])).toEqual([
      ['This is the text of', '/fix/a'],
      ['All of the answer', '/fix#q=a%20text'],
    ]);
    expect(optionGroups({...answered, found: [entry('a', 'closest')]})[0]?.label).toBe('A guess');
    expect(optionGroups({...answered, found: []})).toEqual([]);
  });
});
