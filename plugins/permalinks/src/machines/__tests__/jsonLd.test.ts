import path from 'node:path';
import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {Addresses} from '../../../../verified-examples/src/pages/publish/addresses';
import {collect} from '../../../../verified-examples/src/proof/collection';
import {withDefaults} from '../../../../verified-examples/src/settings';
import {articleThings, graphOf, sampleThings, type Article, type Thing} from '../jsonLd';
import {matrixFiles} from '../matrixFiles';
import {sampleOf} from '../sample';

const SITE_DIR = path.resolve(__dirname, '../../../../..');
const SITE = {base: 'https://guide.test/base/', name: 'CGO Field Guide'};

const collection = collect(SITE_DIR, withDefaults({path: 'examples', routeBasePath: 'examples'}));
const context = {collection, addresses: new Addresses('examples')};

const Url = z.url().startsWith(SITE.base);
const Organization = z.strictObject({'@type': z.literal('Organization'), name: z.string(), url: Url});
const Download = z.strictObject({
  '@type': z.enum(['DataDownload', 'MediaObject']),
  encodingFormat: z.string().regex(/^[a-z]+\/[a-z]+$/),
  contentUrl: Url,
});
const Work = {
  '@id': Url,
  url: Url,
  description: z.string().min(1),
  inLanguage: z.literal('en'),
  license: z.url(),
  isAccessibleForFree: z.literal(true),
  author: Organization,
  dateModified: z.iso.datetime().optional(),
  image: Url.optional(),
};

/** What schema.org knows of these types, and search engines ask for; keys that are not in it are refused. */
const Things = z.discriminatedUnion('@type', [
  z.strictObject({
    ...Work,
    '@type': z.literal('TechArticle'),
    headline: z.string().min(1),
    isBasedOn: z.array(Url).min(1).optional(),
  }),
  z.strictObject({
    ...Work,
    '@type': z.literal('SoftwareSourceCode'),
    name: z.string().min(1),
    codeSampleType: z.literal('full solution'),
    programmingLanguage: z.array(z.string()),
    runtimePlatform: z.array(z.string().min(1)).min(1),
    identifier: z
      .string()
      .regex(/^swh:1:cnt:[0-9a-f]{40}$/)
      .optional(),
    encoding: Download,
  }),
  z.strictObject({
    ...Work,
    '@type': z.literal('Dataset'),
    name: z.string().min(1),
    description: z.string().min(50).max(5000),
    creator: Organization,
    measurementTechnique: z.string(),
    variableMeasured: z.array(z.string()),
    distribution: z.array(Download).length(2),
  }),
  z.strictObject({
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int(),
          name: z.string().min(1),
          item: Url.optional(),
        }),
      )
      .min(1)
      .refine((items) =>
        items.every(
          ({position, item}, at) => position === at + 1 && (item !== undefined) === at < items.length - 1,
        ),
      ),
  }),
]);

const valid = (things: readonly Thing[]) => z.array(Things).safeParse(things);

const ARTICLE: Article = {
  path: '/fix/exec-no-such-file-or-directory',
  title: 'exec /app: no such file or directory',
  description: 'The loader is not in the image.',
  provedAt: '2026-11-27T10:00:00Z',
  trail: [
    {label: 'Home', href: '/'},
    {label: 'Fix', href: '/fix'},
  ],
  picture: '/share/exec.png',
  basedOn: ['/s/exec@72f2041a66f1'],
};

describe('JSON-LD', () => {
  test('of a symptom', () => {
    const things = articleThings(ARTICLE, SITE);
    expect(valid(things).error).toBeUndefined();
    expect(things).toMatchInlineSnapshot(`
      [
        {
          "@id": "https://guide.test/base/fix/exec-no-such-file-or-directory",
          "@type": "TechArticle",
          "author": {
            "@type": "Organization",
            "name": "CGO Field Guide",
            "url": "https://guide.test/base/",
          },
          "dateModified": "2026-11-27T10:00:00Z",
          "description": "The loader is not in the image.",
          "headline": "exec /app: no such file or directory",
          "image": "https://guide.test/base/share/exec.png",
          "inLanguage": "en",
          "isAccessibleForFree": true,
          "isBasedOn": [
            "https://guide.test/base/s/exec@72f2041a66f1",
          ],
          "license": "https://spdx.org/licenses/MIT.html",
          "url": "https://guide.test/base/fix/exec-no-such-file-or-directory",
        },
        {
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": "https://guide.test/base/",
              "name": "Home",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": "https://guide.test/base/fix",
              "name": "Fix",
              "position": 2,
            },
            {
              "@type": "ListItem",
              "name": "exec /app: no such file or directory",
              "position": 3,
            },
          ],
        },
      ]
    `);
  });

  test('what is not known is left out', () => {
    const things = articleThings({...ARTICLE, provedAt: null, basedOn: [], picture: undefined}, SITE);
    expect(valid(things).error).toBeUndefined();
    for (const key of ['dateModified', 'isBasedOn', 'image']) expect(things[0]).not.toHaveProperty(key);
  });

  test('of each example of this site, with the table where there is one', () => {
    const made = new Set(matrixFiles(context).map((file) => file.path));
    for (const example of collection.examples) {
      const things = sampleThings(sampleOf(example, context), SITE);
      expect([example.id, valid(things).error]).toEqual([example.id, undefined]);
      const tables = things.filter((thing) => thing['@type'] === 'Dataset');
      expect(tables).toHaveLength(made.has(`/examples/${example.id}/matrix.csv`) ? 1 : 0);
      for (const table of tables)
        for (const {contentUrl} of table.distribution as {contentUrl: string}[])
          expect(made).toContain(contentUrl.slice(SITE.base.length - 1));
    }
  });

  test('is one document', () => {
    expect(graphOf(articleThings(ARTICLE, SITE))).toMatchObject({'@context': 'https://schema.org'});
  });

  test.each([
    ['a missing headline', {headline: ''}],
    ['a day without its time', {dateModified: '2026-11-27'}],
    ['an address without the origin', {url: '/fix/exec'}],
    ['a misspelt key', {headLine: 'x'}],
  ])('the check finds %s', (_, more) => {
    const [article, ...rest] = articleThings(ARTICLE, SITE);
    if (article === undefined) throw new Error('no article');
    expect(valid([{...article, ...more}, ...rest]).success).toBe(false);
  });
});
