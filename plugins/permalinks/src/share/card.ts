/** What a picture says. */
export interface Card {
  /** An error text or the title of a recipe. */
  title: string;
  /** What it is, in a few words: "Fix", "Dockerfile". */
  kicker: string;
  /** `mono` for texts that a program printed. */
  face: 'sans' | 'mono';
}

/** An element as satori takes it, which is what React makes of JSX. */
export interface Element {
  type: string;
  key: null;
  props: {style: Record<string, string | number>; children?: string | Element[]};
}

/** Of the picture, as Open Graph's readers crop the least of it. */
export const WIDTH = 1200;
export const HEIGHT = 630;

const INK = '#e6ebef';
const QUIET = '#93a0ab';
const PAPER = '#11181e';
const ACCENT = '#5cc4d6';

/** Longer titles get smaller letters, and in the end fewer lines than they need. */
const SIZES: readonly {upTo: number; size: number; lines: number}[] = [
  {upTo: 50, size: 68, lines: 4},
  {upTo: 100, size: 56, lines: 5},
  {upTo: 160, size: 46, lines: 6},
  {upTo: Infinity, size: 38, lines: 8},
];

/** The picture as a tree of elements: what it is, the title, whose it is. */
export function cardElement({title, kicker, face}: Card): Element {
  const shown = title.replace(/\s+/g, ' ').trim();
  const {size, lines} = SIZES.find(({upTo}) => shown.length <= upTo) ?? {size: 38, lines: 8};
  return element('div', PAGE, [
    element('div', {color: ACCENT, fontSize: 30, fontWeight: 600, letterSpacing: 1}, kicker),
    element(
      'div',
      {
        display: 'block',
        width: '100%',
        color: INK,
        fontFamily: face === 'mono' ? 'mono' : 'sans',
        fontSize: face === 'mono' ? Math.round(size * 0.82) : size,
        fontWeight: 600,
        lineHeight: 1.25,
        lineClamp: lines,
        wordBreak: 'break-word',
      },
      shown,
    ),
    element('div', {justifyContent: 'space-between', color: QUIET, fontSize: 28, fontWeight: 400}, [
      element('div', {}, 'CGO Field Guide'),
      element('div', {}, 'built, run and recorded'),
    ]),
  ]);
}

const PAGE = {
  width: '100%',
  height: '100%',
  flexDirection: 'column',
  justifyContent: 'space-between',
  boxSizing: 'border-box',
  padding: '64px 72px 56px',
  background: PAPER,
  borderLeft: `16px solid ${ACCENT}`,
  fontFamily: 'sans',
};

function element(type: string, style: Element['props']['style'], children: string | Element[]): Element {
  return {type, key: null, props: {style: {display: 'flex', ...style}, children}};
}
