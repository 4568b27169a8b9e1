import {readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {sitePath} from '../../permalinks/src/twins/builtPage';
import {htmlFiles} from './htmlFiles';
import {pageScripts, withScripts} from './pageScripts';
import {withPolicy} from './policy';
import {withoutPreloads} from './preloads';

interface Built {
  outDir: string;
  baseUrl: string;
  generatedFilesDir: string;
}

/** Gives each page of a built site its scripts and its policy. A page is whole at any time: other plugins read it meanwhile. */
export function writeHeads({outDir, baseUrl, generatedFilesDir}: Built): void {
  const scriptsOf = pageScripts(generatedFilesDir);
  for (const page of htmlFiles(outDir)) {
    const file = path.join(outDir, page);
    const scripts = scriptsOf(`${baseUrl}${sitePath(page).slice(1)}`);
    writeFileAtomic.sync(file, withPolicy(withScripts(withoutPreloads(readFileSync(file, 'utf8')), scripts)));
  }
}
