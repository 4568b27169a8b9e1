/** A thing of schema.org. */
export type Thing = {'@type': string} & Record<string, unknown>;

/** The site as these things name it. */
export interface Site {
  /** Origin and base path, with `/` at the end. */
  base: string;
  name: string;
}

/** Licence of texts and code alike. */
const LICENCE = 'https://spdx.org/licenses/MIT.html';

/** What is said of a page. Addresses are site paths. */
export interface Page {
  path: string;
  title: string;
  description: string;
  /** Of its oldest proof, a moment; null: nothing on it is proved. */
  provedAt: string | null;
  /** Pages above it, outermost first. */
  trail: {label: string; href: string}[];
  /** A picture for shares. */
  picture?: string | undefined;
}

/** A symptom or a guide, which proves what it says by revisions or examples. */
export interface Article extends Page {
  basedOn: string[];
}

/** An example. */
export interface Sample extends Page {
  /** Of its Dockerfile; null: there is no one file. */
  swhid: string | null;
  /** For example "linux/amd64", "alpine:3.23". */
  platforms: string[];
  /** Its archive. */
  zip: string;
  /** Its table; null: it has none. */
  matrix: {csv: string; json: string; columns: string[]} | null;
}

/** What a page holds for programs that read schema.org, as one JSON-LD document. */
export function graphOf(things: readonly Thing[]): {'@context': string; '@graph': readonly Thing[]} {
  return {'@context': 'https://schema.org', '@graph': things};
}

/** @returns `TechArticle` and the way to it */
export function articleThings(article: Article, site: Site): Thing[] {
  const based = article.basedOn.map((path) => absolute(path, site));
  return [
    {
      ...work('TechArticle', article, site),
      headline: article.title,
      ...(based.length === 0 ? {} : {isBasedOn: based}),
    },
    breadcrumbs(article, site),
  ];
}

/** @returns `SoftwareSourceCode`, the `Dataset` of its table, and the way to it */
export function sampleThings(sample: Sample, site: Site): Thing[] {
  const {title, swhid, platforms, zip} = sample;
  return [
    {
      ...work('SoftwareSourceCode', sample, site),
      name: title,
      codeSampleType: 'full solution',
      programmingLanguage: ['Dockerfile', 'Go'],
      runtimePlatform: platforms,
      ...(swhid === null ? {} : {identifier: swhid}),
      encoding: {...download(zip, 'application/zip', site), '@type': 'MediaObject'},
    },
    ...datasetOf(sample, site),
    breadcrumbs(sample, site),
  ];
}

/** Search engines ask for a description of 50 characters and more (developers.google.com, "Dataset structured data"). */
function datasetOf(sample: Sample, site: Site): Thing[] {
  if (sample.matrix === null) return [];
  const {csv, json, columns} = sample.matrix;
  return [
    {
      ...work('Dataset', sample, site),
      '@id': `${absolute(sample.path, site)}#matrix`,
      url: `${absolute(sample.path, site)}#matrix`,
      name: `${sample.title}: what came of each run`,
      description: `${sample.description} Each row is one recorded run of a container, compared across ${columns.join(', ')}.`,
      creator: {'@type': 'Organization', name: site.name, url: site.base},
      measurementTechnique: 'Runs of containers, each built from the files shown, recorded with its output',
      variableMeasured: ['outcome', 'seconds', 'packets to the name server', 'sockets'],
      distribution: [download(csv, 'text/csv', site), download(json, 'application/json', site)],
    },
  ];
}

function work(type: string, page: Page, site: Site): Thing {
  const {path, description, provedAt, picture} = page;
  const url = absolute(path, site);
  return {
    '@type': type,
    '@id': url,
    url,
    description,
    inLanguage: 'en',
    license: LICENCE,
    isAccessibleForFree: true,
    author: {'@type': 'Organization', name: site.name, url: site.base},
    ...(provedAt === null ? {} : {dateModified: provedAt}),
    ...(picture === undefined ? {} : {image: absolute(picture, site)}),
  };
}

/** The last one is the page itself, which needs no address (developers.google.com, "Breadcrumb structured data"). */
function breadcrumbs({trail, title}: Page, site: Site): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...trail.map(({label, href}, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: label,
        item: absolute(href, site),
      })),
      {'@type': 'ListItem', position: trail.length + 1, name: title},
    ],
  };
}

function download(path: string, encodingFormat: string, site: Site): Thing {
  return {'@type': 'DataDownload', encodingFormat, contentUrl: absolute(path, site)};
}

function absolute(path: string, {base}: Site): string {
  return new URL(path.slice(1), base).href;
}
