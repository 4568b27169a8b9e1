import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Made} from '../made';
import type {Kind} from '../model';
import {escapeXml} from '../xml';
import {HEIGHT, WIDTH, type Card} from './card';
import {sharePicture} from './picture';

/** A page that is shared with a picture. */
export interface Shared extends Card {
  kind: Kind;
  id: string;
}

/** Site path of a picture. */
export function picturePath({kind, id}: Pick<Shared, 'kind' | 'id'>): string {
  return `/share/${kind}/${id}.png`;
}

/**
 * A picture for each page.
 *
 * @param cacheDir - Absolute, where they are kept between builds
 * @throws Error with all titles that can't be drawn
 */
export async function shareFiles(pages: readonly Shared[], cacheDir: string): Promise<Made[]> {
  const files: Made[] = [];
  const problems: string[] = [];
  // One by one: each is drawn in this very thread.
  for (const page of pages) {
    try {
      files.push({path: picturePath(page), bytes: await sharePicture(page, cacheDir)});
    } catch (error) {
      problems.push(`  /${page.kind}/${page.id}: ${messageOf(error)}: ${page.title}`);
    }
  }
  if (problems.length > 0)
    throw new Error(
      ['Pictures for shares can not be drawn:', ...problems, 'Word the title otherwise, or add a font.'].join(
        '\n',
      ),
    );
  return files;
}

/**
 * What tells of the picture in a page's head (https://ogp.me). Title, description and address are there already.
 *
 * @param base - Origin and base path of the site, with `/` at the end
 */
export function shareElements(page: Shared, base: string): string[] {
  const properties: [name: string, content: string][] = [
    ['og:image', new URL(picturePath(page).slice(1), base).href],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(WIDTH)],
    ['og:image:height', String(HEIGHT)],
    ['og:image:alt', page.title],
  ];
  return properties.map(([name, content]) => `<meta property="${name}" content="${escapeXml(content)}">`);
}
