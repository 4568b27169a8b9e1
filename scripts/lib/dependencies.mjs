// @ts-check
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The repository. Nothing here may import a package: none may be installed yet. */
export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const MARK = path.join(ROOT, 'node_modules/.installed-from');
const MINIMUM = {major: 20, minor: 19};

/** Ends a command on Windows, where programs, files and signals are not those that it handles. */
export function refuseWindows() {
  if (process.platform === 'win32')
    fail('Windows is not supported: run this in WSL2 (https://learn.microsoft.com/windows/wsl/install).');
}

/** Installs what the lockfile names, unless exactly that is installed already. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM.major || (major === MINIMUM.major && minor < MINIMUM.minor)) {
    fail(`Node ${MINIMUM.major}.${MINIMUM.minor} or later is needed; this is ${process.versions.node}.`);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  say('Installing packages');
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) fail('npm ci failed; see above.');
  writeFileSync(MARK, wanted);
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`\n▸ ${text}\n`);
}

/**
 * @param {string} text
 * @param {number} [code]
 * @returns {never}
 */
export function fail(text, code = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/**
 * Path of a package's program.
 *
 * @param {string} name
 */
export function binary(name) {
  return path.join(ROOT, 'node_modules/.bin', name);
}

/** Docusaurus's command line, without npx before it. */
export const DOCUSAURUS = path.join(ROOT, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');

/** The plugin's commands, without Docusaurus. */
export const GUIDE = path.join(ROOT, 'scripts/guide.mjs');
