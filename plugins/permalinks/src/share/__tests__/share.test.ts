import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readHtml} from '../../../../verified-examples/src/pages/theme/__tests__/render';
import {cardElement, type Card} from '../card';
import {sharePicture} from '../picture';
import {shareElements, shareFiles, type Shared} from '../shareFiles';

let cache: string;

beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'share-'));
});

afterAll(() => {
  rmSync(cache, {recursive: true});
});

const card = (more: Partial<Card> = {}): Card => ({
  title: 'exec /app: no such file or directory',
  kicker: 'Fix',
  face: 'mono',
  ...more,
});
const shared = (more: Partial<Shared> = {}): Shared => ({
  ...card(),
  kind: 's',
  id: 'exec-not-found',
  ...more,
});

/** Width and height as the first chunk of a PNG has them. */
function sizeOf(png: Buffer): [string, number, number] {
  return [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('a picture', () => {
  test.each([
    ['a short title', card()],
    ['a long one', card({title: 'no such file or directory: unknown. '.repeat(40)})],
    ['one without a space', card({title: 'x'.repeat(600), face: 'sans'})],
    ['accents and typographic signs', card({title: 'naïve · “a” – b…'})],
  ])('of %s is a PNG of 1200 by 630, and of a size to be sent', async (_, one) => {
    const picture = await sharePicture(one, cache);
    expect(sizeOf(picture)).toEqual(['PNG', 1200, 630]);
    expect(picture.length).toBeLessThan(150_000);
  });

  test('is drawn once', async () => {
    const before = await sharePicture(card({title: 'once'}), cache);
    const files = readdirSync(cache);
    expect(await sharePicture(card({title: 'once'}), cache)).toEqual(before);
    expect(readdirSync(cache)).toEqual(files);
    for (const file of files) writeFileSync(path.join(cache, file), 'kept');
    expect(String(await sharePicture(card({title: 'once'}), cache))).toBe('kept');
    expect(String(await sharePicture(card({title: 'once', kicker: 'Dockerfile'}), cache))).not.toBe('kept');
  });

  test('of a longer title has smaller letters', () => {
    const sizes = [10, 80, 130, 300].map((length) => {
      const [, title] = cardElement(card({title: 'x'.repeat(length)})).props.children as ReturnType<
        typeof cardElement
      >[];
      return Number(title?.props.style.fontSize);
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(4);
  });
});

describe('pictures of the site', () => {
  test('have an address by what they show', async () => {
    const files = await shareFiles([shared(), shared({kind: 'x', id: 'pure-go', face: 'sans'})], cache);
    expect(files.map((file) => file.path)).toEqual(['/share/s/exec-not-found.png', '/share/x/pure-go.png']);
  });

  test('a character without a picture is refused, with every other', async () => {
    const pages = [shared({title: 'alpine → scratch'}), shared(), shared({id: 'other', title: '漢'})];
    await expect(shareFiles(pages, cache)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: Pictures for shares can not be drawn:
        /s/exec-not-found: no font of pictures has "→" (plugins/permalinks/src/share/fonts.ts): alpine → scratch
        /s/other: no font of pictures has "漢" (plugins/permalinks/src/share/fonts.ts): 漢
      Word the title otherwise, or add a font.]
    `);
  });

  test('are named in the head, whatever the title holds', () => {
    const head = readHtml(shareElements(shared({title: '"><script>'}), 'https://guide.test/base/').join(''));
    const metas = head.all('meta').map(({attributes}) => [attributes.property, attributes.content]);
    expect(Object.fromEntries(metas)).toEqual({
      'og:image': 'https://guide.test/base/share/s/exec-not-found.png',
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': '"><script>',
    });
    expect(head.all('script')).toEqual([]);
  });
});
