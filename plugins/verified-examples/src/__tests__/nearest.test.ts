import {describe, expect, it} from 'vitest';
import {nearest, suggest} from '../nearest';

describe('the nearest name', () => {
  it.each([
    ['scenario', ['scenarios', 'summary'], 'scenarios'],
    ['binary.linkge', ['binary.linkage', 'binary.needed'], 'binary.linkage'],
    ['zzz', ['scenarios', 'summary'], undefined],
    ['', ['a-long-name'], undefined],
    ['constructor', [], undefined],
  ])('of %j in %j is %j', (name, known, near) => {
    expect(nearest(name, known)).toBe(near);
  });

  it('is given with all there are, each once', () => {
    expect(suggest('helo', ['world', 'hello', 'hello'])).toBe('did you mean "hello"? known: hello, world');
    expect(suggest('x', [])).toBe('known: none');
  });
});
