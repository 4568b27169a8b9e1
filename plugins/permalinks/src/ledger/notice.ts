import type {State} from '../model';
import {revisionAddress} from '../model';
import {difference} from './difference';
import {escapeHtml, link, list, sentence, time} from './html';
import type {Revision, Subject} from './subjects';

/** In the head of a page with a notice. It has no colours of its own, so that it fits any revision. */
export const NOTICE_STYLE = [
  '<style>.notice{border:1px solid;border-left-width:.4em;padding:.5em 1em;margin:1em 0;overflow-wrap:anywhere}',
  '.notice p{margin:.4em 0}.notice pre{overflow-x:auto;font-size:.85em}</style>',
].join('');

const MOST_DAYS = 6;

/** What a notice of a published revision is made from. */
export interface Standing {
  subject: Subject;
  revision: Revision;
  /** What the site shows now of the same subject; undefined: nothing. */
  shown: State | undefined;
  /** Where the short address leads, if it moved. */
  destination: string | undefined;
  /** Markdown of a revision. */
  markdownOf: (revision: Revision) => string;
}

/** @returns What became of a published revision, as HTML */
export function noticeOf(standing: Standing): string {
  const {subject, revision} = standing;
  return aside([
    ...withdrawal(revision),
    ...(revision.superseded === undefined ? currency(standing) : succession(standing)),
    ...(revision === subject.current ? past(subject) : []),
  ]);
}

/** @returns The notice of a state that the ledger does not have. `subject`: what it has of the same short address */
export function unpublishedNotice(state: State, subject: Subject | undefined): string {
  const address = revisionAddress(state);
  const {address: last} = subject?.current.published ?? {};
  return aside([
    `<p><strong>Not published.</strong> The site that you read was built before this state got its permanent address: do not cite it. Proved on ${time(state.provedAt)}.</p>`,
    ...(last === undefined ? [] : [`<p>The last published state is ${link(address, last)}.</p>`]),
  ]);
}

function aside(parts: readonly string[]): string {
  return `<aside class="notice" aria-label="State of this revision">\n${parts.join('\n')}\n</aside>`;
}

function withdrawal({withdrawn}: Revision): string[] {
  if (withdrawn === undefined) return [];
  return [
    `<p><strong>Withdrawn</strong> on ${time(withdrawn.on)}: ${sentence(withdrawn.why)} Do not rely on it.</p>`,
  ];
}

function currency({subject, revision, shown, destination}: Standing): string[] {
  const {address, key} = revision.published;
  const proved = `proved ${daysOf(revision.proofs)}`;
  if (subject.moved !== undefined && destination !== undefined)
    return [
      `<p>This is the last state, ${proved}. Since ${time(subject.moved.on)} ${subject.short} leads to ${link(address, destination)}.</p>`,
    ];
  if (revision.withdrawn !== undefined) return [`<p>It was ${proved}.</p>`];
  if (shown === undefined)
    return [`<p>This is the last state, ${proved}. The site has no page for it any more.</p>`];
  const at = `The site shows it at ${link(address, shown.page)}.`;
  if (shown.key === key) return [`<p><strong>This is the current state</strong>, ${proved}. ${at}</p>`];
  return [
    `<p>This is the last published state, ${proved}. The site shows another, which is not published: ${link(address, revisionAddress(shown))}.</p>`,
  ];
}

function succession({subject, revision, markdownOf}: Standing): string[] {
  const {published, superseded, proofs} = revision;
  if (superseded === undefined) return [];
  const {address} = published;
  const by = superseded.by.published.address;
  const why = superseded.why === undefined ? '.' : `: ${sentence(superseded.why)}`;
  const current = subject.current.published.address;
  const change = difference(
    {address, text: markdownOf(revision)},
    {address: by, text: markdownOf(superseded.by)},
  );
  const files = `<a href="${mdOf(address)}">this one</a> and <a href="${mdOf(by)}">the one that took its place</a>, as Markdown`;
  return [
    `<p><strong>Superseded</strong> on ${time(superseded.on)} by ${link(address, by)}${why} It was proved ${daysOf(proofs)}.</p>`,
    ...(current === by ? [] : [`<p>The current state is ${link(address, current)}.</p>`]),
    ...(change === undefined
      ? [`<p>The two have little in common. Compare ${files}.</p>`]
      : [
          `<details><summary>What changed</summary>\n<pre>${escapeHtml(change.diff)}</pre>`,
          `<p>${change.cut ? 'There is more. ' : ''}Compare ${files}.</p>\n</details>`,
        ]),
  ];
}

function past({revisions, current}: Subject): string[] {
  const earlier = revisions.filter((revision) => revision !== current).reverse();
  if (earlier.length === 0) return [];
  const from = current.published.address;
  const items = earlier.map(({published, superseded, withdrawn}) => {
    const left = superseded === undefined ? '' : `, superseded ${time(superseded.on)}`;
    const gone = withdrawn === undefined ? '' : `, withdrawn ${time(withdrawn.on)}`;
    return `<li>${link(from, published.address)}, published ${time(published.on)}${left}${gone}</li>`;
  });
  return [
    `<details><summary>${earlier.length} earlier ${earlier.length === 1 ? 'revision' : 'revisions'}</summary>\n<ul>`,
    ...items,
    '</ul>\n</details>',
  ];
}

/** Days of proofs; of many the first and the last. */
function daysOf(proofs: readonly string[]): string {
  const days = [...new Map(proofs.map((moment) => [moment.slice(0, 10), time(moment)])).values()];
  return days.length <= MOST_DAYS
    ? `on ${list(days)}`
    : `on ${days.length} days from ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
}

function mdOf(address: string): string {
  return `./${address.split('/').at(-1) ?? ''}.md`;
}
