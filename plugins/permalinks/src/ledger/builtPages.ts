import {existsSync, statSync} from 'node:fs';
import path from 'node:path';

/** @returns Whether the built site has a page or a file at this site path; what stands behind `#` is not looked at */
export function hasPage(outDir: string, sitePath: string): boolean {
  const [page = ''] = sitePath.split('#');
  const at = path.join(outDir, page);
  return (
    (existsSync(at) && statSync(at).isFile()) ||
    (page !== '/' && existsSync(`${at}.html`)) ||
    existsSync(path.join(at, 'index.html'))
  );
}
