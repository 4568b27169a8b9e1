import {STATE_WORDS} from '../../../verified-examples/src/pages/client/format/facts';
import type {State} from '../../../verified-examples/src/proof/gate/state';
import {escapeXml} from '../xml';
import {widthOf} from './textWidth';

/** What a badge tells of an example. */
export interface Badge {
  state: State;
  /** Day of its oldest proof, YYYY-MM-DD; null: there is none. */
  provedOn: string | null;
}

const LABEL = 'cgo field guide';

/** White on each has at least 4.5:1; a light line around it sets it off from a dark page. */
const COLOURS: Readonly<Record<State, string>> = {
  verified: '#187847',
  moved: '#8a5a00',
  expired: '#5c6670',
  stale: '#b3261e',
  failed: '#b3261e',
  missing: '#b3261e',
};
const LABEL_COLOUR = '#2b353e';

const HEIGHT = 20;
const PADDING = 6;

/** @returns For example "verified 2026-11-27" */
export function badgeWords({state, provedOn}: Badge): string {
  return [STATE_WORDS[state].toLowerCase(), ...(provedOn === null ? [] : [provedOn])].join(' ');
}

/**
 * A badge as SVG, complete for itself: the README of another repository shows it without asking a service.
 *
 * @param title - What it is a badge of, for those who do not see it
 */
export function badgeSvg(badge: Badge, title: string): string {
  const words = badgeWords(badge);
  const left = 2 * PADDING + widthOf(LABEL);
  const right = 2 * PADDING + widthOf(words);
  const width = left + right;
  const name = escapeXml(`${title}: ${words} (${LABEL})`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-labelledby="title">`,
    `<title id="title">${name}</title>`,
    `<clipPath id="round"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>`,
    '<g clip-path="url(#round)">',
    `<rect width="${left}" height="${HEIGHT}" fill="${LABEL_COLOUR}"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLOURS[badge.state]}"/>`,
    '</g>',
    `<rect x=".5" y=".5" width="${width - 1}" height="${HEIGHT - 1}" rx="3" fill="none" stroke="#fff" stroke-opacity=".35"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    text(LABEL, PADDING),
    text(words, left + PADDING),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** `textLength` makes a text as wide as its part of the badge, whichever font a reader has. */
function text(words: string, x: number): string {
  return `<text x="${x}" y="14" textLength="${widthOf(words)}">${escapeXml(words)}</text>`;
}

/**
 * The same for https://shields.io/badges/endpoint-badge, which draws a badge from it in a style of one's choice.
 */
export function badgeEndpoint(badge: Badge): string {
  const color = COLOURS[badge.state].slice(1);
  const content = {schemaVersion: 1, label: LABEL, message: badgeWords(badge), color};
  return `${JSON.stringify(content)}\n`;
}
