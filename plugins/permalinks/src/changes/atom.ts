import {escapeXml} from '../xml';
import type {Change} from './change';
import {absolute, AUTHOR, headingOf, NEWEST, type Feed} from './feed';

/**
 * A feed as RFC 4287 has it.
 *
 * @param changes - Newest first
 */
export function atomOf(feed: Feed, changes: readonly Change[]): string {
  const newest = changes.slice(0, NEWEST);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  ${element('id', feed.id)}`,
    `  ${element('title', feed.title)}`,
    `  ${element('updated', newest[0]?.on ?? feed.since)}`,
    `  <author>${element('name', AUTHOR)}</author>`,
    `  ${link('self', 'application/atom+xml', absolute(feed, feed.atom))}`,
    `  ${link('alternate', 'text/html', absolute(feed, feed.page))}`,
    ...newest.flatMap((change) => entryOf(feed, change)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(feed: Feed, change: Change): string[] {
  return [
    '  <entry>',
    `    ${element('id', change.id)}`,
    `    ${element('title', headingOf(change))}`,
    `    ${element('updated', change.on)}`,
    `    ${link('alternate', 'text/html', absolute(feed, change.address))}`,
    `    <category term="${escapeXml(change.kind)}"/>`,
    ...(change.why === null ? [] : [`    ${element('summary', change.why)}`]),
    '  </entry>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(relation: string, type: string, address: string): string {
  return `<link rel="${relation}" type="${type}" href="${escapeXml(address)}"/>`;
}
