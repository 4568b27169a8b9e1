import {join} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {contentDigest} from '../archive/makeArchive';
import {readCommitted} from '../committedJson';
import {Digest} from '../digest';

/** Where the packages are committed that contents of receipts are digests of, relative to the site. */
export const CONTENTS_FILE = 'plugins/base-images/contents.json';

const Contents = z.record(Digest, z.record(z.string(), z.string())).superRefine((contents, context) => {
  for (const [digest, packages] of Object.entries(contents))
    if (contentDigest(packages) !== digest)
      context.addIssue({code: 'custom', path: [digest], message: 'is not the digest of these packages'});
});

/** Digest of a rebuilt base's content to its packages: name to version. */
export type Contents = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads the committed contents; no file: none. Throws with file and path of everything that is wrong. */
export function readContents(siteDir: string): Contents {
  return readCommitted(join(siteDir, CONTENTS_FILE), Contents, 'these contents') ?? {};
}

/** Writes contents atomically, sorted. */
export async function writeContents(siteDir: string, contents: Contents): Promise<void> {
  const sorted = Object.entries(contents)
    .map(([digest, packages]) => [digest, Object.fromEntries(Object.entries(packages).sort(byName))] as const)
    .sort(byName);
  const text = `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
  await writeFileAtomic(join(siteDir, CONTENTS_FILE), text);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
