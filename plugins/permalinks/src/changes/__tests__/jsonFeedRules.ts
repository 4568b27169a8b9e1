import * as z from 'zod';
import {MOMENT} from './atomRules';

const Moment = z.string().regex(MOMENT);

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); keys that it does not know are refused, so that none is misspelt. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  language: z.string().optional(),
  authors: z
    .array(z.strictObject({name: z.string().optional(), url: z.url().optional()}))
    .refine((authors) => authors.every((author) => Object.keys(author).length > 0)),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: z.url().optional(),
        title: z.string().optional(),
        content_text: z.string().min(1).optional(),
        content_html: z.string().optional(),
        date_published: Moment.optional(),
        date_modified: Moment.optional(),
        tags: z.array(z.string()).optional(),
      })
      .refine((item) => item.content_text !== undefined || item.content_html !== undefined, 'has no content'),
  ),
});

/** What of a feed breaks a rule; empty: it is valid. */
export function jsonFeedProblems(text: string): string[] {
  const {success, data, error} = JsonFeed.safeParse(JSON.parse(text));
  if (!success) return error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
  const ids = data.items.map(({id}) => id);
  const days = data.items.map(({date_published: day = ''}) => Date.parse(day));
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two have one id']),
    ...(days.some((day, index) => day < (days[index + 1] ?? -Infinity))
      ? ['the newest does not come first']
      : []),
  ];
}
