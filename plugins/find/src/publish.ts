import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {FindData} from '../../../src/find/model';
import {sha256} from '../../base-images/src/digest';
import {Search} from '../../../src/find/search';
import {STATIC_FOLDER} from '../../verified-examples/src/pages/publish/staticFiles';

/** Where the browser loads what it finds by, when it is first asked for. */
export interface Published {
  /** Symptoms, patterns and questions: what `Diagnosis` needs. */
  patterns: string;
  /** The index of the search, as `Search.load` takes it. */
  index: string;
}

/** Writes the data where both the development server and a build serve it from, under names that change with it. */
export function publishFindData(siteDir: string, {docs, ...rest}: FindData): Published {
  const write = (name: string, value: unknown): string => {
    const text = JSON.stringify(value);
    const href = `/find/${name}-${sha256(text).slice('sha256:'.length).slice(0, 8)}.json`;
    const file = path.join(siteDir, STATIC_FOLDER, href);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, text);
    return href;
  };
  return {patterns: write('patterns', {...rest, docs: []}), index: write('index', Search.of(docs).toJSON())};
}
