import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {Document, LineCounter, Pair} from 'yaml';
import type {Problem} from '../../problems';
import type {Place} from '../dockerfile/instructions';
import {MANIFEST_FILE, type Example} from './example';

/** Steps from the root of a document to a value. */
export type ValuePath = readonly PropertyKey[];

/** A YAML document that knows where its values and keys stand. */
export interface PlacedYaml {
  document: Document;
  /** Of the value, or of the deepest parent that is there. */
  placeOf: (path: ValuePath) => Place;
  /** Of a key of the mapping at `path`. */
  placeOfKey: (path: ValuePath, key: string) => Place;
  placeAt: (offset: number) => Place;
}

/** Reads YAML a second time, with places: five times as slow as without, so only when something is wrong. */
export function placedYaml(text: string): PlacedYaml {
  // Loaded only then: it takes longer to load than most manifests to read.
  const yaml = createRequire(__filename)('yaml') as typeof import('yaml');
  const lines: LineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {lineCounter: lines, uniqueKeys: true});
  const placeAt = (offset: number): Place => {
    const {line, col} = lines.linePos(offset);
    return {line, column: col};
  };
  const placeOf = (path: ValuePath): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      const start = startOf(node);
      if (start !== undefined) return placeAt(start);
    }
    return {line: 1, column: 1};
  };
  const placeOfKey = (path: ValuePath, key: string): Place => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const pairs: Pair[] = yaml.isMap(node) ? node.items : [];
    const found = pairs.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value) === key);
    const start = startOf(found?.key);
    return start === undefined ? placeOf(path) : placeAt(start);
  };
  return {document, placeOf, placeOfKey, placeAt};
}

/**
 * Adds a problem of an example's manifest, at the place of a value in it.
 *
 * @param of - `key`: at the place of the value's key, which is what is wrong
 */
export function reportInManifest(
  {folder, label}: Pick<Example, 'folder' | 'label'>,
  at: ValuePath,
  message: string,
  problems: Problem[],
  of: 'key' | 'value' = 'value',
): void {
  const yaml = placedYaml(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'));
  const place = of === 'key' ? yaml.placeOfKey(at.slice(0, -1), String(at.at(-1))) : yaml.placeOf(at);
  const file = `${label}/${MANIFEST_FILE}`;
  problems.push({file, ...place, message: `${at.map(String).join('.')}: ${message}`});
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const [start] = Array.isArray(node.range) ? (node.range as unknown[]) : [];
  return typeof start === 'number' ? start : undefined;
}
