import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {FindData} from '../../../src/find/model';
import {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import {collect, refuseInvalid, type Collection} from '../../verified-examples/src/proof/collection';
import type {PluginOptions} from '../../verified-examples/src/settings';
import type {Problem} from '../../verified-examples/src/problems';
import {askTable} from './asks';
import {allPatterns, recordedSymptoms, symptomEntries} from './catalogue';
import {reportMistaken} from './check';
import {allDocs} from './docs';
import {readWritten} from './written';

/** What finding is made from, relative to the site; a change in any of it makes the data anew. */
const INPUTS = ['examples', 'docs', 'plugins/find', 'src/find', 'plugins/base-images/pins.json'];
const CACHE = '.generated/find';

/**
 * Everything that pages, dialog and terminal find by.
 *
 * @throws ProblemsError with every pattern that is wrong or matches what it should not, by file, line and column
 */
export function findData(
  siteDir: string,
  options: Pick<PluginOptions, 'routeBasePath'>,
  collection: Collection,
): FindData {
  const problems: Problem[] = [];
  const symptoms = recordedSymptoms(collection);
  const written = readWritten(
    siteDir,
    symptoms.map(({id}) => id),
    problems,
  );
  refuseInvalid(problems);
  const addresses = new Addresses(options.routeBasePath);
  const patterns = allPatterns(symptoms, written);
  reportMistaken(symptoms, patterns, written, problems);
  const asks = askTable(written, symptoms, collection, problems);
  const docs = allDocs(siteDir, collection, symptoms, patterns, addresses, problems);
  refuseInvalid(problems);
  return {
    symptoms: symptomEntries(symptoms, written, addresses),
    patterns,
    asks,
    docs,
  };
}

/** The same for a command, which starts often: read from the last time while nothing it is made from has changed. */
export function cachedFindData(siteDir: string, options: PluginOptions): FindData {
  const file = path.join(siteDir, CACHE, `${digestOf(siteDir)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as FindData;
  const data = findData(siteDir, options, collect(siteDir, options));
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileAtomic.sync(file, JSON.stringify(data));
  return data;
}

function digestOf(siteDir: string): string {
  const hash = createHash('sha256');
  const add = (relative: string) => {
    const absolute = path.join(siteDir, relative);
    if (!existsSync(absolute)) return;
    for (const entry of readdirSync(absolute, {withFileTypes: true}).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const inner = `${relative}/${entry.name}`;
      if (entry.isDirectory()) add(inner);
      else if (/\.(?:yaml|json|mdx?|ts)$/.test(entry.name))
        hash
          .update(inner)
          .update('\0')
          .update(readFileSync(path.join(siteDir, inner)));
    }
  };
  for (const input of INPUTS) {
    if (input.endsWith('.json')) {
      const absolute = path.join(siteDir, input);
      hash.update(input).update(existsSync(absolute) ? readFileSync(absolute) : '');
    } else add(input);
  }
  return hash.digest('hex').slice(0, 16);
}
