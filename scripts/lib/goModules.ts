import {readdirSync} from 'node:fs';
import path from 'node:path';

/** Folders of Go modules below a folder, as paths relative to it, of those with tests. */
export function testedModules(folder: string): string[] {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  const tests = files.filter((file) => file.endsWith('_test.go'));
  return files
    .filter((file) => path.basename(file) === 'go.mod')
    .map((file) => path.dirname(file))
    .filter((module) => tests.some((test) => test.startsWith(`${module}${path.sep}`)))
    .sort();
}
