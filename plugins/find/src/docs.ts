import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'js-yaml';
import * as z from 'zod';
import type {Doc, Pattern} from '../../../src/find/model';
import {readYaml} from '../../verified-examples/src/example/collect/readManifest';
import {saysLittle} from '../../verified-examples/src/example/model/twin';
import {suggest} from '../../verified-examples/src/nearest';
import type {Problem} from '../../verified-examples/src/problems';
import type {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import {GUIDES, pageFiles} from '../../verified-examples/src/pages/mdx/pages';
import type {Collection} from '../../verified-examples/src/proof/collection';
import type {Recorded} from './catalogue';

const FrontMatter = z.object({
  title: z.string(),
  slug: z.string().startsWith('/').optional(),
  description: z.string().optional(),
});

/** Markdown and MDX as a reader reads them: without directives, comments, markup and addresses of links. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/^(?:import|export) .*$/gm, ' ')
    .replace(/^::\w+\{[^\n]*\}$/gm, ' ')
    .replace(/:measured(?:\[([^\]]*)\])?\{[^}]*\}/g, (_all, shown: string | undefined) =>
      (shown ?? '').replaceAll('%', ''),
    )
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/^\s*\|?[\s|:-]+\|\s*$/gm, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** A guide in its sections: the first is the page itself. */
export function guideDocs(file: string, text: string): Doc[] {
  const [, front = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const {title, slug, description = ''} = FrontMatter.parse(load(front));
  const href = slug ?? `/${file.replace(`${GUIDES}/`, '').replace(/\.mdx?$/, '')}`;
  const [lead = '', ...sections] = body.split(/^(?=## )/m);
  const base = {id: href, kind: 'guide' as const, title};
  return [
    {...base, href, text: proseOf(`${description}\n${lead}`)},
    ...sections.map((section): Doc => {
      const [first = '', ...rest] = section.split('\n');
      const [, heading = '', id] = /^## (.*?)(?:\s*\{\/\* #([\w-]+) \*\/\})?\s*$/.exec(first) ?? [];
      return {
        ...base,
        href: id === undefined ? href : `${href}#${id}`,
        heading: proseOf(heading),
        text: proseOf(rest.join('\n')),
      };
    }),
  ];
}

const KEYWORDS = 'plugins/find/keywords.yaml';

/** Adds the words that pages are looked for by, each at the page itself, not at its sections. */
function withKeywords(siteDir: string, docs: readonly Doc[], problems: Problem[]): Doc[] {
  const file = path.join(siteDir, KEYWORDS);
  if (!existsSync(file)) return [...docs];
  const keywords =
    readYaml(
      z.record(z.string().startsWith('/'), z.string()),
      readFileSync(file, 'utf8'),
      KEYWORDS,
      problems,
    ) ?? {};
  for (const href of Object.keys(keywords))
    if (!docs.some((doc) => doc.href === href))
      problems.push({
        file: KEYWORDS,
        message: `no page ${href}; ${suggest(
          href,
          docs.map((doc) => doc.href),
        )}`,
      });
  return docs.map((doc) => {
    const words = keywords[doc.href];
    return words === undefined ? doc : {...doc, keywords: [doc.keywords, words].join(' ')};
  });
}

/** Every page of the site, each text said once: code of an example at the example, receipts nowhere. */
export function allDocs(
  siteDir: string,
  {examples}: Pick<Collection, 'examples'>,
  symptoms: readonly Recorded[],
  patterns: readonly Pattern[],
  addresses: Addresses,
  problems: Problem[],
): Doc[] {
  const wordings = (id: string) =>
    patterns
      .filter(({symptom}) => symptom === id)
      .map(({text}) => text.replace(/\{[^}|]*\}|[\\[\]^$]/g, ' '));
  const docs = [
    ...symptoms.map(({id, title, text, twin, notReproduced}): Doc => ({
      id,
      kind: 'symptom',
      href: notReproduced === undefined ? addresses.symptom(id) : addresses.notReproduced(id),
      ...(saysLittle(text) ? {title, heading: text} : {title: text, heading: title}),
      keywords: id.replaceAll('-', ' '),
      text: [
        ...wordings(id),
        proseOf(twin?.why ?? notReproduced?.why ?? ''),
        proseOf(twin?.repair ?? ''),
      ].join('\n'),
    })),
    ...pageFiles(siteDir, GUIDES).flatMap((file) =>
      guideDocs(file, readFileSync(path.join(siteDir, file), 'utf8')),
    ),
    ...examples.map(({id, manifest}): Doc => ({
      id,
      kind: 'example',
      href: addresses.page(id),
      title: manifest.title,
      heading: manifest.summary,
      keywords: id.replaceAll('-', ' '),
      text: [...Object.values(manifest.variants), ...manifest.scenarios].map((one) => one.title).join('\n'),
    })),
  ];
  return withKeywords(siteDir, docs, problems);
}
