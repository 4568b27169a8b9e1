import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {contrast} from './contrast';

const css = readFileSync(path.join(__dirname, '../tokens.css'), 'utf8');
const light = tokensOf(/^:root \{([^}]*)\}/m);
const dark = {...light, ...tokensOf(/^\[data-theme='dark'\] \{([^}]*)\}/m)};

/** WCAG 2.2, 1.4.3: text; and 1.4.11: what tells a control from its ground. */
const TEXT = 4.5;
const CONTROL = 3;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  const ratio = (text: string, ground: string) => contrast(colour(tokens, text), colour(tokens, ground));

  test.each(['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'moved', 'old', 'bad'])('%s on paper', (text) => {
    for (const ground of ['paper', 'paper-2', 'code']) expect(ratio(text, ground)).toBeGreaterThan(TEXT);
  });

  test.each(['ok', 'moved', 'old', 'bad', 'accent'])('ink and %s on its soft ground', (state) => {
    expect(ratio('ink', `${state}-soft`)).toBeGreaterThan(TEXT);
    expect(ratio(state, `${state}-soft`)).toBeGreaterThan(TEXT);
  });

  test('paper on what an alarming state is filled with', () => {
    expect(ratio('paper', 'bad')).toBeGreaterThan(TEXT);
  });

  test('edges of controls', () => {
    expect(ratio('edge', 'paper')).toBeGreaterThan(CONTROL);
    expect(ratio('accent', 'paper-2')).toBeGreaterThan(CONTROL);
  });

  test('the terminal', () => {
    for (const text of ['ink', 'ink-2', 'err', 'accent', 'ok', 'moved', 'bad'])
      expect(ratio(`term-${text}`, 'term')).toBeGreaterThan(TEXT);
    expect(ratio('term-err', 'term-mark')).toBeGreaterThan(TEXT);
  });

  test('highlighted code, on marked lines too', () => {
    for (const text of ['ink', 'ink-3', 'code-keyword', 'code-text', 'code-value'])
      for (const ground of ['code', 'accent-soft']) expect(ratio(text, ground)).toBeGreaterThan(TEXT);
  });
});

test('without JavaScript the dark scheme is the same', () => {
  const fallback = tokensOf(/^ {2}html:not\(\[data-theme\]\) \{([^}]*)\}/m);
  expect(fallback).toEqual(tokensOf(/^\[data-theme='dark'\] \{([^}]*)\}/m));
  expect(Object.keys(fallback).length).toBeGreaterThan(15);
});

function tokensOf(block: RegExp): Record<string, string> {
  const tokens: Record<string, string> = {};
  const [, text = ''] = block.exec(css) ?? [];
  for (const [, name = '', value = ''] of text.matchAll(/--cg-([\w-]+):\s*([^;]+);/g)) tokens[name] = value;
  return tokens;
}

function colour(tokens: Record<string, string>, name: string): string {
  const value = tokens[name] ?? colourOfTerminal(name);
  if (value === undefined) throw new Error(`no token --cg-${name}`);
  return value;
}

/** The terminal's tokens are the same in both schemes. */
function colourOfTerminal(name: string): string | undefined {
  return new RegExp(`--cg-${name}:\\s*([^;]+);`).exec(css)?.[1];
}
