import {readFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'js-yaml';
import {expect, it} from 'vitest';
import * as z from 'zod';

const SITE = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(SITE, file), 'utf8');

/**
 * What the format requires, and of its other keys those that are used, each with the values that it allows
 * (https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md). Unknown keys make a file invalid.
 */
const Cff = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  title: z.string().min(1),
  authors: z.array(z.strictObject({name: z.string().min(1)})).min(1),
  abstract: z.string().min(1).optional(),
  type: z.enum(['software', 'dataset']).optional(),
  license: z.string().optional(),
  version: z.string().optional(),
  keywords: z.array(z.string().min(1)).min(1).optional(),
});

it('is a valid citation of the whole', () => {
  const {version, license, title} = Cff.parse(load(read('CITATION.cff')));
  const own = z.object({version: z.string(), license: z.string()}).parse(JSON.parse(read('package.json')));
  expect({version, license}).toEqual(own);
  expect(read('docusaurus.config.ts')).toContain(`title: '${title}'`);
});

it('names no host: nobody may own it', () => {
  expect(read('CITATION.cff')).not.toMatch(/:\/\/|www\.|\w\.(?:guide|org|com|io|dev)\b/);
});
