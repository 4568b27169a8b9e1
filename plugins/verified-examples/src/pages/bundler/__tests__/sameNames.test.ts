import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {rspack} from '@docusaurus/faster';
import {afterAll, expect, it} from 'vitest';
import {sameNames} from '../sameNames';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-names-'));
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

const stock = new rspack.SwcJsMinimizerRspackPlugin();
const css = new rspack.LightningCssMinimizerRspackPlugin();

/** A script in which no letter but that of a text is frequent: the text stands for the hashes in the runtime. */
async function namesIn(entry: string, letters: string): Promise<string> {
  const file = path.join(folder, 'entry.js');
  writeFileSync(
    file,
    `export function add(first, second) { const sum = first + second; window.sum = sum; window.other = sum; }
     window.add = add; window.text = '${letters.repeat(99)}';`,
  );
  const optimization = sameNames({optimization: {minimizer: [stock, css]}}) as {minimizer: never[]};
  const compiler = rspack({
    mode: 'production',
    context: folder,
    entry: {[entry]: './entry.js'},
    output: {path: path.join(folder, entry), filename: '[name].js'},
    optimization,
  });
  await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  return readFileSync(path.join(folder, entry, `${entry}.js`), 'utf8').replace(letters.repeat(99), '');
}

it('gives names in the runtime that no letter of a hash changes, and short ones to the rest by frequency', async () => {
  expect(await namesIn('runtime~main', 'q')).toBe(await namesIn('runtime~main', 'k'));
  expect(await namesIn('main', 'q')).not.toBe(await namesIn('main', 'k'));
});

it('leaves the other minimizers, and adds none where nothing is minified', () => {
  const {minimizer} = sameNames({optimization: {minimizer: [stock, css]}}) as {minimizer: unknown[]};
  expect(minimizer).toContain(css);
  expect(minimizer).not.toContain(stock);
  expect(sameNames({optimization: {}})).toEqual({});
  expect(sameNames({})).toEqual({});
});
