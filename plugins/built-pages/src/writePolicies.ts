import {readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {htmlFiles} from './htmlFiles';
import {withPolicy} from './policy';

/** Gives each page of a built site its policy. A page is whole at any time: other plugins read it meanwhile. */
export function writePolicies(outDir: string): void {
  for (const page of htmlFiles(outDir)) {
    const file = path.join(outDir, page);
    writeFileAtomic.sync(file, withPolicy(readFileSync(file, 'utf8')));
  }
}
