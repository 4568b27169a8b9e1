import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {cutPage, foldPage} from './folds';
import {htmlFiles} from './htmlFiles';

/** As much of a page's HTML, in bytes, is read on a slow network before patience ends. */
const MOST = 400_000;
/** Folder of what was cut from a page, beside it. */
const FOLDER = 'runs';

/**
 * Moves what is folded on pages that are too large into files of their own, from which it is fetched when it is opened.
 * Everything is there at any time, at one place or at both: other plugins read the pages meanwhile.
 *
 * @param outDir - Absolute path of the built site
 * @param baseUrl - With a slash at both ends
 * @throws Error listing the pages that are too large even so
 */
export function cutFolds(outDir: string, baseUrl: string): void {
  const large: string[] = [];
  for (const file of htmlFiles(outDir)) {
    const html = readFileSync(path.join(outDir, file), 'utf8');
    if (Buffer.byteLength(html) <= MOST) continue;
    const page = file.replace(/\.html$/, '');
    const address = `${baseUrl}${page.split(path.sep).join('/')}`;
    const cut = cutPage(html, (name) => `${address}/${FOLDER}/${name}`);
    mkdirSync(path.join(outDir, page, FOLDER), {recursive: true});
    for (const fold of cut.folds) {
      const to = path.join(outDir, page, FOLDER, `${fold.name}.html`);
      writeFileAtomic.sync(to, foldPage(fold, html, address));
    }
    writeFileAtomic.sync(path.join(outDir, file), cut.html);
    const bytes = Buffer.byteLength(cut.html);
    if (bytes > MOST) large.push(`  ${file}: ${bytes} bytes`);
  }
  if (large.length > 0) {
    throw new Error(
      [
        `Pages of more than ${MOST} bytes, after what is folded on them was taken out:`,
        ...large,
        'Fold more of them (`<details data-fold="…">`), or split the example.',
      ].join('\n'),
    );
  }
}
