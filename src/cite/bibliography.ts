import {WORK, type Cited} from './cited';
import {escapeBibtex} from './escape';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An entry for BibTeX and biblatex. The address is in `howpublished`, which styles older than `url` print too. */
export function bibtex(one: Cited): string {
  const [year = '', month] = one.date.split('-');
  return [
    `@misc{${idOf(one)},`,
    `  title = {{${escapeBibtex(titleOf(one))}}},`,
    `  author = {{${WORK}}},`,
    `  year = {${year}},`,
    `  month = ${MONTHS[Number(month) - 1] ?? ''},`,
    `  howpublished = {\\url{${one.url}}},`,
    `  note = {${escapeBibtex(noteOf(one))}},`,
    '}',
  ].join('\n');
}

/** A list of one item, as Zotero, pandoc and citeproc read it (https://docs.citationstyles.org/en/stable/specification.html). */
export function cslJson(one: Cited): string {
  const item = {
    id: idOf(one),
    type: 'webpage',
    title: titleOf(one),
    author: [{literal: WORK}],
    'container-title': WORK,
    issued: {'date-parts': [one.date.split('-').map(Number)]},
    version: one.key,
    URL: one.url,
    note: noteOf(one),
  };
  return JSON.stringify([item], null, 2);
}

/** The last part of the address, which is the same for whoever cites it. */
function idOf({url}: Cited): string {
  const [, address = '', fragment = ''] = /\/([^/#]+)(?:#(.*))?$/.exec(url) ?? [];
  return `cgo-${address}${fragment === '' ? '' : `-${fragment}`}`.replace(/[^\w.-]+/g, '-');
}

function titleOf({title, within}: Cited): string {
  return within === null ? title : `${title}, in: ${within}`;
}

function noteOf({day, by, bases, key, swhid}: Cited): string {
  const on = bases === '' ? '' : `, on ${bases}`;
  return `Proved ${day} by ${by}${on}. Key ${key}${swhid === null ? '' : `, ${swhid}`}.`;
}
