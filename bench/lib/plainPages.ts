import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {DEFAULT_OPTIONS} from '../../plugins/verified-examples/src/settings';
import {languageOf} from '../../plugins/verified-examples/src/pages/embed/highlight';
import type {Twin} from '../../plugins/verified-examples/src/example/model/twin';
import {collect, type Collection} from '../../plugins/verified-examples/src/proof/collection';

/**
 * The pages of this site as an author of a stock site would have written them: guides with fences in place of
 * embeds, a page for each example with its files and outputs, and one for each symptom with its two runs.
 *
 * @returns File name to Markdown
 */
export function plainPages(root: string): Map<string, string> {
  const collection = collect(root, {id: 'default', ...DEFAULT_OPTIONS});
  const pages = new Map<string, string>();
  for (const entry of readdirSync(path.join(root, 'docs'), {recursive: true, encoding: 'utf8'})) {
    if (!entry.endsWith('.mdx')) continue;
    pages.set(
      entry.replaceAll('/', '-'),
      plainGuide(readFileSync(path.join(root, 'docs', entry), 'utf8'), collection),
    );
  }
  for (const {id, manifest} of collection.examples) {
    pages.set(`example-${id}.mdx`, plainExample(id, collection));
    for (const twin of manifest.twins)
      pages.set(`fix-${twin.symptom}.mdx`, plainSymptom(id, twin, collection));
  }
  return pages;
}

function plainGuide(text: string, collection: Collection): string {
  return text
    .replace(/\{\/\* #[\w-]+ \*\/\}/g, '')
    .replace(/^::example\{id=([\w-]+)[^}]*\}$/gm, (_, id: string) =>
      fenceOfFile(id, 'Dockerfile', collection),
    )
    .replace(/^::transcript\{id=([\w-]+) scenario=([\w-]+)[^}]*\}$/gm, (_, id: string, scenario: string) =>
      transcripts(id, collection, scenario),
    )
    .replace(/^::(?:twin|receipt)\{id=([\w-]+)[^}]*\}$/gm, (_, id: string) => transcripts(id, collection))
    .replace(/:measured(?:\[([^\]]*)\])?\{[^}]*\}/g, (_, label: string | undefined) =>
      (label ?? '%').replaceAll('%', '1'),
    );
}

function plainExample(id: string, collection: Collection): string {
  const example = collection.examples.find((one) => one.id === id);
  const files = (example?.context ?? [])
    .filter(({path: file}) => file !== 'go.sum')
    .map(({path: file}) => `## ${file}\n\n${fenceOfFile(id, file, collection)}`);
  return [`---\ntitle: ${id}\nslug: /examples/${id}\n---\n`, ...files, transcripts(id, collection)].join(
    '\n\n',
  );
}

function plainSymptom(id: string, twin: Twin, collection: Collection): string {
  const {symptom, text, fails, confirm, fix, why, repair} = twin;
  return [
    `---\ntitle: ${symptom}\nslug: /fix/${symptom}\n---\n`,
    `\`\`\`\n${text}\n\`\`\``,
    transcripts(id, collection, fails),
    '## Confirm',
    transcripts(id, collection, confirm.scenario),
    '## Fix',
    repair,
    fenceOfFile(fix.example, 'Dockerfile', collection),
    transcripts(fix.example, collection, fix.scenario),
    '## Why',
    why,
  ].join('\n\n');
}

function fenceOfFile(id: string, file: string, {examples}: Collection): string {
  const source = examples.find((one) => one.id === id)?.context.find((one) => one.path === file);
  return `\`\`\`${languageOf(file)}\n${source?.bytes.toString('utf8') ?? ''}\`\`\``;
}

function transcripts(id: string, {standings}: Collection, scenario?: string): string {
  return standings
    .filter(({example}) => example.id === id)
    .flatMap(({proof}) => proof?.scenarios ?? [])
    .filter((run) => scenario === undefined || run.id === scenario)
    .map(({command, stdout, stderr}) => `\`\`\`bash\n$ ${command}\n${stdout}${stderr}\n\`\`\``)
    .join('\n\n');
}
