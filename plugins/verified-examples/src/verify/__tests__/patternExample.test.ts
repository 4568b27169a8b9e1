import {expect, it} from 'vitest';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {ROOT} from '../../../../../scripts/lib/dependencies.mjs';
import {fenceIn, patternExample} from './support/patternExample';

it('is the same on the page about contributing', () => {
  const {Dockerfile, 'example.yaml': manifest} = patternExample();
  expect(fenceIn('docs/contribute.mdx', 'dockerfile')).toBe(Dockerfile);
  // The line for editors is good inside the repository alone.
  expect(fenceIn('docs/contribute.mdx', 'yaml')).toBe(manifest.replace(/^# yaml-language-server.*\n/, ''));
});

it('shows the symptom on the page for contributors as the example has it', () => {
  const shown = parse(fenceIn('docs/contribute.mdx', 'yaml', '{/* #twin */}')) as Manifest;
  const {twins} = parse(readFileSync(path.join(ROOT, 'examples/adapt/example.yaml'), 'utf8')) as Manifest;
  const known = Object.entries(shown.twins[0] ?? {}).filter(([, value]) => String(value) !== '…');
  expect(known.length).toBeGreaterThan(8);
  expect(twins[0]).toMatchObject(Object.fromEntries(known));
  expect(Object.keys(shown.twins[0] ?? {})).toEqual(Object.keys(twins[0] ?? {}));
});

interface Manifest {
  twins: Record<string, unknown>[];
}
