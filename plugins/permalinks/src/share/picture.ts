import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {cardElement, HEIGHT, WIDTH, type Card, type Element} from './card';
import {fonts} from './fonts';

/** Where pictures are kept between builds, relative to the site. */
export const PICTURES_CACHE = 'node_modules/.cache/share-pictures';

/** What draws; another version may draw otherwise. */
const DRAWN_BY = ['satori', '@resvg/resvg-js', '@fontsource/ibm-plex-sans', '@fontsource/ibm-plex-mono'];

/**
 * The picture that is shown where a page is shared: 1200 by 630 pixels, PNG.
 *
 * @param cacheDir - Absolute; a picture of the same card is taken from there
 * @throws Error for a title with a character that the fonts do not have
 */
export async function sharePicture(card: Card, cacheDir: string): Promise<Buffer> {
  const element = cardElement(card);
  const file = path.join(cacheDir, `${nameOf(element)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const picture = await draw(element);
  mkdirSync(cacheDir, {recursive: true});
  await writeFileAtomic(file, picture);
  return picture;
}

function nameOf(element: Element): string {
  const require = createRequire(__filename);
  const versions = DRAWN_BY.map((name) => (require(`${name}/package.json`) as {version: string}).version);
  return createHash('sha256')
    .update(JSON.stringify([element, versions]))
    .digest('hex')
    .slice(0, 32);
}

/** Loaded only where a picture is not there yet: both take longer to load than a picture to draw. */
async function draw(element: Element): Promise<Buffer> {
  const [{default: satori}, {Resvg}] = await Promise.all([import('satori'), import('@resvg/resvg-js')]);
  const svg = await satori(element, {
    width: WIDTH,
    height: HEIGHT,
    fonts: fonts(),
    // Asked for what no font has. Without an answer it would draw a box.
    loadAdditionalAsset: (_, text) => {
      throw new Error(`no font of pictures has "${text}" (plugins/permalinks/src/share/fonts.ts)`);
    },
  });
  return new Resvg(svg, {font: {loadSystemFonts: false}}).render().asPng();
}
