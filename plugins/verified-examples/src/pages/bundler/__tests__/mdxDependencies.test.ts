import {createRequire} from 'node:module';
import path from 'node:path';
import {expect, it} from 'vitest';
import {hello} from '../../../__tests__/fixtures';

interface Loader {
  getOptions: () => {examplesDir: string; factsDir: string; wordsDir: string};
  addDependency: (file: string) => void;
  addContextDependency: (folder: string) => void;
  addMissingDependency: (file: string) => void;
}

const mdxDependencies = createRequire(import.meta.url)('../mdxDependencies.cjs') as (
  this: Loader,
  source: string,
) => string;

/** Files of the example that a page is made anew for. */
function filesOf(page: string): string[] {
  const examplesDir = path.join(hello().folder, 'examples');
  const files: string[] = [];
  const loader: Loader = {
    getOptions: () => ({examplesDir, factsDir: 'facts', wordsDir: path.join(examplesDir, 'hello')}),
    addDependency: (file) => files.push(path.relative(examplesDir, file)),
    addContextDependency: () => undefined,
    addMissingDependency: (file) => files.push(path.relative(examplesDir, file)),
  };
  expect(mdxDependencies.call(loader, page)).toBe(page);
  return files;
}

it.each([
  '::example{id=hello}',
  '::matrix{id=hello group="Silent servers"}',
  ':measured[%]{id="hello" fact=size}',
  '::transcript{scenario=greets id=hello}',
])('a page with %s is made anew when the example or its receipt changes', (page) => {
  expect(filesOf(`text\n\n${page}\n`)).toEqual(
    expect.arrayContaining(['hello/Dockerfile', 'hello/example.yaml', 'hello/receipt.json']),
  );
});

it('other pages do not depend on it', () => {
  expect(filesOf('::matrix{id=other}\n\nhello\n')).toEqual([]);
});

it.each([
  '::words{case=missing-file}',
  '::words-table{shows=exits}',
  ':measured[%]{engine=x case=y value=exit}',
])('a page with %s is made anew when the words of an engine change', (page) => {
  expect(filesOf(`${page}\n`)).toContain('hello/Dockerfile');
});
