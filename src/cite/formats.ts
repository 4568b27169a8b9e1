import {bibtex, cslJson} from './bibliography';
import type {Cited} from './cited';
import {escapeHtml, escapeJira, escapeMarkdown, escapeSlack} from './escape';

/** What a reader can choose, in the order of the menu. Rich text goes with Markdown: the editor takes the one that it knows. */
export const FORMATS = {
  markdown: {label: 'Rich text and Markdown', write: markdown},
  jira: {label: 'Jira', write: jira},
  slack: {label: 'Slack', write: slack},
  plain: {label: 'Plain text', write: plain},
  bibtex: {label: 'BibTeX', write: bibtex},
  csl: {label: 'CSL-JSON', write: cslJson},
  url: {label: 'Address alone', write: ({url}: Cited) => url},
} as const;

export type Format = keyof typeof FORMATS;

/** Turns text into markup. */
type Write = (text: string) => string;

/** For mail, documents and wikis that take rich text. */
export function html(one: Cited): string {
  const link = `<a href="${escapeHtml(one.url)}">${quoted(one.title, escapeHtml)}</a>`;
  return `${link}${proof(one, escapeHtml)} ${marks(one, (text) => `<code>${escapeHtml(text)}</code>`)}`;
}

function markdown(one: Cited): string {
  const link = `[${quoted(one.title, escapeMarkdown)}](${one.url})`;
  return `${link}${proof(one, escapeMarkdown)} ${marks(one, (text) => `\`${text}\``)}`;
}

/** The address stands by itself: a bar in the text of a link can't be escaped. */
function jira(one: Cited): string {
  return lastly(one, escapeJira, (text) => `{{${escapeJira(text)}}}`, `[${one.url}]`);
}

function slack(one: Cited): string {
  return lastly(one, escapeSlack, (text) => `\`${text}\``, `<${one.url}>`);
}

function plain(one: Cited): string {
  const same = (text: string) => text;
  return lastly(one, same, same, one.url);
}

function lastly(one: Cited, text: Write, code: Write, address: string): string {
  return `${quoted(one.title, text)}${proof(one, text)} ${marks(one, code)} ${address}`;
}

function quoted(title: string, write: Write): string {
  return `“${write(title)}”`;
}

function proof({within, day, by, bases}: Cited, write: Write): string {
  const page = within === null ? '' : ` in ${quoted(within, write)}`;
  const on = bases === '' ? '' : `, on ${write(bases)}`;
  return `${page}, proved ${day} by ${write(by)}${on}.`;
}

function marks({key, swhid}: Cited, code: Write): string {
  return `Key ${code(key)}${swhid === null ? '' : `, ${code(swhid)}`}.`;
}
