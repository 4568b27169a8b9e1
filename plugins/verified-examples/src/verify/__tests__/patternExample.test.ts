import {expect, it} from 'vitest';
import {fenceIn, patternExample} from './support/patternExample';

it('is the same on the page about contributing', () => {
  const {Dockerfile, 'example.yaml': manifest} = patternExample();
  expect(fenceIn('docs/contribute.mdx', 'dockerfile')).toBe(Dockerfile);
  // The line for editors is good inside the repository alone.
  expect(fenceIn('docs/contribute.mdx', 'yaml')).toBe(manifest.replace(/^# yaml-language-server.*\n/, ''));
});
