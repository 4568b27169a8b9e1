import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import {readBaseFacts} from '../../../verified-examples/src/proof/bases/facts';
import type {Guide} from './subjects';

/** The guides of a site, as they are written. */
export function guidesOf({loadedVersions}: LoadedContent, siteDir: string, baseUrl: string): Guide[] {
  const facts = readBaseFacts(siteDir).facts;
  return loadedVersions.flatMap(({docs}) =>
    docs.map(({permalink, title, source}) => ({
      page: `/${permalink.slice(baseUrl.length)}`,
      title,
      source: readFileSync(path.join(siteDir, source.replace(/^@site\//, '')), 'utf8'),
      facts,
    })),
  );
}
