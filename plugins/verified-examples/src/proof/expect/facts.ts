import {canonicalJson} from '../../../../base-images/src/digest';
import type {Inspection} from '../model/inspection';
import type {Manifest} from '../../example/model/manifest';
import type {Mismatch} from './text';

/** Checks the manifest's `facts` against what was measured. An unknown path is a mismatch, never skipped. */
export function checkFacts(facts: Manifest['facts'], inspection: Inspection): Mismatch[] {
  return Object.entries(facts).flatMap(([path, expected]) => {
    const got = factAt(inspection, path);
    if (got !== undefined && canonicalJson(got) === canonicalJson(expected)) return [];
    const shown = got === undefined ? 'no such fact in the inspection' : JSON.stringify(got);
    return [{what: `fact ${path}`, expected: JSON.stringify(expected), got: shown}];
  });
}

/**
 * @param path - Steps joined by dots, for example `binary.go.settings.CGO_ENABLED`
 * @returns undefined when the path leads nowhere; null is a measured value
 */
export function factAt(inspection: Inspection, path: string): unknown {
  let value: unknown = inspection;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
