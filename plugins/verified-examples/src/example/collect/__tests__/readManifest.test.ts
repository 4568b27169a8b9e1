import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {CORE_SCHEMA, load} from 'js-yaml';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
import type {Problem} from '../../../problems';
import {readYaml} from '../readManifest';

const EXAMPLES = path.join(__dirname, '../../../../../../examples');
const manifests = readdirSync(EXAMPLES)
  .map((folder) => path.join(folder, 'example.yaml'))
  .filter((file) => existsSync(path.join(EXAMPLES, file)));

describe('the two readers of YAML', () => {
  it.each(manifests)('read the same in %s', (file) => {
    const text = readFileSync(path.join(EXAMPLES, file), 'utf8');
    expect(load(text, {schema: CORE_SCHEMA})).toEqual(parse(text));
  });

  it.each([
    'a: yes',
    'a: 0755',
    'a: 0o17',
    'a: 2026-11-24',
    'a: ~',
    'a: 1e3',
    'a: "1"',
    'a: |\n  x\n\n',
    'a: {<<: {b: 1}}',
  ])('read the same in %j', (text) => {
    expect(load(text, {schema: CORE_SCHEMA})).toEqual(parse(text));
  });
});

describe('readYaml', () => {
  const schema = z.strictObject({a: z.int()});
  const read = (text: string) => {
    const problems: Problem[] = [];
    return {value: readYaml(schema, text, 'f.yaml', problems), problems};
  };

  it('gives what is right without looking for places', () => {
    expect(read('a: 1\n')).toEqual({value: {a: 1}, problems: []});
  });

  it.each(['a: [1\n', 'a: 1\na: 2\n', 'a: 1\n---\na: 2\n', 'b: 1\n', 'a: x\n', ''])(
    'tells where %j is wrong',
    (text) => {
      const {value, problems} = read(text);
      expect(value).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems)
        expect(problem).toMatchObject({file: 'f.yaml', line: expect.any(Number) as unknown});
    },
  );
});
