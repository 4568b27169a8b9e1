import path from 'node:path';
import {expect, it} from 'vitest';
import {folderWith} from '../../../plugins/verified-examples/src/__tests__/fixtures';
import {testedModules} from '../goModules';

it('finds the Go modules that have tests', () => {
  const folder = folderWith({
    '_apps/tested/go.mod': '',
    '_apps/tested/internal/sum/sum_test.go': '',
    '_apps/tested-not/go.mod': '',
    '_apps/tested-not/main.go': '',
    'no-module/main_test.go': '',
  });
  expect(testedModules(folder)).toEqual([path.join('_apps', 'tested')]);
});

it('finds the lab and the apps of this site', () => {
  const modules = testedModules(path.join(import.meta.dirname, '../../../examples'));
  expect(modules).toEqual(expect.arrayContaining(['_lab', path.join('_apps', 'notes')]));
});
