import type {Citation} from '../../plugins/permalinks/src/model';

/** How the whole is called in every format. */
export const WORK = 'CGO Field Guide';

/** A heading or a run of the page, by the id that it has there. */
export interface Place {
  id: string;
  title: string;
}

/** What all formats say, in words but without markup. */
export interface Cited {
  title: string;
  /** The page around a place; null: the title is the page's. */
  within: string | null;
  /** Whole address of the revision. */
  url: string;
  /** ISO 8601, the day alone. */
  date: string;
  /** For example "27 November 2026". */
  day: string;
  /** What proved it. */
  by: string;
  bases: string;
  /** The first 12 hex digits. */
  key: string;
  swhid: string | null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * @param base - Address of the site as it is read, with the slash at its end: no host is built in
 * @param place - A part of the page; left out: all of it
 * @throws Error for a moment that is none: no citation may say "Invalid date"
 */
export function cited(citation: Citation, base: string, place?: Place): Cited {
  const {title, address, key, provedAt, provedBy, bases, swhid} = citation;
  const page = oneLine(title);
  const fragment = place === undefined ? '' : `#${fragmentOf(place.id)}`;
  return {
    title: place === undefined ? page : oneLine(place.title),
    within: place === undefined ? null : page,
    url: `${base}${address.replace(/^\//, '')}${fragment}`,
    ...dayOf(provedAt),
    by: oneLine(provedBy),
    bases: bases.map(oneLine).join(', '),
    key: key.slice(0, 12),
    swhid,
  };
}

/** Brackets and stars would end a link, or begin something, in one format or another. */
function fragmentOf(id: string): string {
  return encodeURIComponent(id).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function dayOf(moment: string): {date: string; day: string} {
  const [date = '', year = '', month, day] = /^(\d{4})-(\d{2})-(\d{2})(?=T|$)/.exec(moment) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new Error(`"${moment}" is no moment: expected YYYY-MM-DDThh:mm:ssZ`);
  return {date, day: `${Number(day)} ${name} ${year}`};
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
