import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {OFTEN_MET} from '../oftenMet';

const EXAMPLES = path.join(__dirname, '../../../../../../examples');

it('names symptoms that there are, each once', () => {
  const manifests = readdirSync(EXAMPLES, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('example.yaml'))
    .map((file) => readFileSync(path.join(EXAMPLES, file), 'utf8'));
  const known = new Set(
    manifests.flatMap((text) => [...text.matchAll(/^ {2}- symptom: ([\w-]+)$/gm)].map(([, id]) => id)),
  );
  expect(OFTEN_MET.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(OFTEN_MET).size).toBe(OFTEN_MET.length);
});
