import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {Twin} from './writeTwin';

/** Parts of the site in the order in which they are listed; a page belongs to the first that has it. */
const PARTS: readonly (readonly [title: string, has: RegExp])[] = [
  ['Fix: symptoms by their exact text', /^\/fix/],
  ['Copy: Dockerfiles and other examples', /^\/examples/],
  ['Guides', /^\//],
];

/**
 * Writes `llms.txt` (https://llmstxt.org), which lists the Markdown of all pages, and `llms-full.txt`, which holds that of
 * the guides and symptoms.
 *
 * @param site - Title and tagline of the site
 * @param baseUrl - With a slash at both ends
 */
export function writeLlms(
  outDir: string,
  twins: readonly Twin[],
  {title, tagline}: {title: string; tagline: string},
  baseUrl: string,
): void {
  const parts = PARTS.map(([heading, has], index) => {
    const own = twins.filter(
      ({page}) => PARTS.findIndex(([, first]) => first.test(page)) === index && has.test(page),
    );
    return [`## ${heading}`, '', ...own.map((twin) => line(twin, baseUrl))].join('\n');
  });
  const head = `# ${title}\n\n> ${tagline}. Every command, output and number comes from a container that was built and run.`;
  write(outDir, 'llms.txt', [head, ...parts]);
  const full = twins.filter(({page}) => !page.startsWith('/examples'));
  write(outDir, 'llms-full.txt', [head, ...full.map(({markdown}) => markdown.trimEnd())]);
}

function line({title, description: said, href}: Twin, baseUrl: string): string {
  const name = title.replace(/[[\]\\]/g, '\\$&');
  const description = said === '' ? '' : `: ${said}`;
  return `- [${name}](${baseUrl}${href.slice(1)})${description}`;
}

function write(outDir: string, name: string, parts: readonly string[]): void {
  writeFileAtomic.sync(path.join(outDir, name), `${parts.join('\n\n')}\n`);
}
