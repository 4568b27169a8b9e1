import {readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/**
 * Puts elements at the end of a page's head.
 *
 * @throws Error for a page without a head's end
 */
export function inject(outDir: string, file: string, elements: readonly string[]): void {
  const html = readFileSync(path.join(outDir, file), 'utf8');
  const end = html.indexOf('</head>');
  if (end === -1) throw new Error(`${file} has no </head>`);
  const changed = html.slice(0, end) + elements.join('') + html.slice(end);
  writeFileAtomic.sync(path.join(outDir, file), changed);
}

/** Data in a page, as JSON that can't end the element it stands in. */
export function dataElement(type: string, value: unknown, id?: string): string {
  const named = id === undefined ? '' : ` id="${id}"`;
  return `<script type="${type}"${named}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}
