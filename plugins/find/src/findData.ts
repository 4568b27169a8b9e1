import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {FindData} from '../../../src/find/model';
import {canonicalJson, sha256} from '../../base-images/src/digest';
import {fingerprint, readFiles} from '../../verified-examples/src/example/collect/files';
import {inputsDigest} from '../../verified-examples/src/pages/bundler/inputsDigest';
import {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import {collect, refuseInvalid, type Collection} from '../../verified-examples/src/proof/collection';
import type {PluginOptions} from '../../verified-examples/src/settings';
import type {Problem} from '../../verified-examples/src/problems';
import {askTable} from './asks';
import {allPatterns, recordedSymptoms, symptomEntries} from './catalogue';
import {reportMistaken} from './check';
import {allDocs} from './docs';
import {readWritten} from './written';

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
  const file = path.join(siteDir, CACHE, `${digestOf(siteDir, options)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as FindData;
  const data = findData(siteDir, options, collect(siteDir, options));
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileAtomic.sync(file, JSON.stringify(data));
  return data;
}

/** Of all that pages are made from, the pages and what finds in them. */
function digestOf(siteDir: string, {path: examples}: PluginOptions): string {
  const more = ['docs', 'src/find'].flatMap((folder) => readFiles(path.join(siteDir, folder), folder, []));
  return sha256(canonicalJson([inputsDigest(siteDir, examples), fingerprint(more)])).slice(-16);
}
