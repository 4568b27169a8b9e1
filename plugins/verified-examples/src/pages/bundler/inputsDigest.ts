import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {canonicalJson, sha256} from '../../../../base-images/src/digest';
import {fingerprint, readFiles} from '../../example/collect/files';

/** Plugins of the site, with the measured facts, pins and recipes of the bases among them. */
const PLUGINS = 'plugins';
const TEST = /(^|\/)__(tests|fixtures)__\//;

/**
 * Digest of everything that a page is made from beside itself: the plugins' sources and facts, the examples with their
 * receipts, the packages, and the day (UTC), since a fence has a last day and a proof expires with one.
 *
 * @param siteDir - Absolute
 * @param examples - Folder of the examples, relative to the site
 */
export function inputsDigest(siteDir: string, examples: string, now = new Date()): string {
  const plugins = readFiles(path.join(siteDir, PLUGINS), PLUGINS, []).filter(
    ({path: file}) => !TEST.test(file),
  );
  const lockfile = path.join(siteDir, 'package-lock.json');
  return sha256(
    canonicalJson({
      plugins: fingerprint(plugins),
      examples: fingerprint(readFiles(path.join(siteDir, examples), examples, [])),
      packages: existsSync(lockfile) ? sha256(readFileSync(lockfile)) : '',
      day: now.toISOString().slice(0, 10),
    }),
  );
}
