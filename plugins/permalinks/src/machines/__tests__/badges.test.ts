import {describe, expect, test} from 'vitest';
import {parseXml} from '../../changes/__tests__/atomRules';
import type {State} from '../../../../verified-examples/src/proof/gate/state';
import {badgeEndpoint, badgeSvg} from '../badge';
import {badgeFiles, type Judged} from '../badges';
import {widthOf} from '../textWidth';

const STATES: State[] = ['verified', 'moved', 'expired', 'stale', 'failed', 'missing'];

function judged(state: State, provedAt?: string, title = 'A & B <c>'): Judged {
  return {
    state,
    reasons: [],
    example: {id: 'start-loader', manifest: {title}},
    proof: provedAt === undefined ? undefined : {provedAt},
  };
}

describe('badges', () => {
  test('an example has one, as good as its worst, of the day of its oldest proof', () => {
    const files = badgeFiles([
      judged('verified', '2026-11-28T01:00:00Z'),
      judged('moved', '2026-11-27T01:00:00Z'),
      judged('verified', '2026-11-29T01:00:00Z'),
    ]);
    expect(files.map(({path}) => path)).toEqual(['/badge/start-loader.svg', '/badge/start-loader.json']);
    expect(JSON.parse(String(files[1]?.bytes))).toEqual({
      schemaVersion: 1,
      label: 'cgo field guide',
      message: 'upstream moved 2026-11-27',
      color: '8a5a00',
    });
  });

  test('without a proof of all, there is no day', () => {
    const [svg] = badgeFiles([judged('verified', '2026-11-28T01:00:00Z'), judged('missing')]);
    expect(svg?.bytes).toContain('missing</text>');
    expect(svg?.bytes).not.toContain('2026');
  });

  test('is XML, has a title, and loads nothing', () => {
    const svg = badgeSvg({state: 'verified', provedOn: '2026-11-27'}, 'A & B <c> "\u0000"');
    const root = parseXml(svg);
    const [title] = root.children;
    expect(title?.text).toBe('A & B <c> "": verified 2026-11-27 (cgo field guide)');
    expect(root.attributes).toMatchObject({role: 'img', 'aria-labelledby': title?.attributes.id});
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<script|<style/);
  });

  test('texts stay inside their part', () => {
    for (const state of STATES) {
      const root = parseXml(badgeSvg({state, provedOn: '2026-11-27'}, 'A'));
      const texts = root.children.flatMap(({children}) => children).filter(({name}) => name === 'text');
      const ends = texts.map(({attributes: {x, textLength}}) => Number(x) + Number(textLength));
      expect(ends).toHaveLength(2);
      expect(ends[0]).toBeLessThan(Number(texts[1]?.attributes.x) - 6);
      expect(ends[1]).toBe(Number(root.attributes.width) - 6);
    }
    expect(widthOf('verified 2026-11-27')).toBeGreaterThan(widthOf('verified'));
    expect(widthOf('W')).toBeGreaterThanOrEqual(widthOf('m'));
  });

  test('white is readable on every colour, by WCAG 2.2', () => {
    for (const state of STATES) {
      const {color} = JSON.parse(badgeEndpoint({state, provedOn: null})) as {color: string};
      const light = [0, 2, 4]
        .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 1), 0);
      expect(1.05 / (light + 0.05)).toBeGreaterThan(4.5);
    }
  });
});
