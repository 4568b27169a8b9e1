import {escapeHtml, hrefTo, link, sentence, time} from './html';

/** What stands at a short address. */
export interface ShortPage {
  short: string;
  title: string;
  /** Where it leads: a site path or another short address; undefined: there is no page any more. */
  to: string | undefined;
  /** The revision that says it as it stands. */
  revision: string;
  withdrawn?: {on: string; why: string} | undefined;
}

/**
 * A page without scripts that leads on at once, unless what it leads to must not be relied on.
 *
 * @param baseUrl - Where the site stands, with a slash at its end
 */
export function shortPage({short, title, to, revision, withdrawn}: ShortPage, baseUrl: string): string {
  const canonical = escapeHtml(encodeURI(`${baseUrl}${(to ?? short).slice(1)}`));
  const said = [
    ...(withdrawn === undefined
      ? []
      : [`<p>Withdrawn on ${time(withdrawn.on)}: ${sentence(withdrawn.why)} Do not rely on it.</p>`]),
    to === undefined
      ? '<p>The site has no page for this any more.</p>'
      : `<p>It is shown at ${link(short, to)}.</p>`,
    `<p>Its last revision, which never changes, is ${link(short, revision)}.</p>`,
  ];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="canonical" href="${canonical}">`,
    ...(to === undefined || withdrawn !== undefined
      ? []
      : [`<meta http-equiv="refresh" content="0; url=${hrefTo(short, to)}">`]),
    '<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>',
    `</head><body><main><h1>${escapeHtml(title)}</h1>`,
    ...said,
    '</main></body></html>',
    '',
  ].join('\n');
}
