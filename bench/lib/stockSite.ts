import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {plainPages} from './plainPages';

/**
 * A site as `create-docusaurus` makes it (webpack, Prism, no plugin of its own), with the pages of this one as plain
 * Markdown. It uses the same packages.
 */
export function makeStockSite(root: string, folder: string): void {
  mkdirSync(path.join(folder, 'docs'), {recursive: true});
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{"name": "stock", "private": true}\n');
  const config = {
    title: 'Stock',
    url: 'https://example.com',
    baseUrl: '/',
    trailingSlash: false,
    onBrokenLinks: 'ignore',
    themeConfig: {prism: {additionalLanguages: ['docker', 'bash']}},
    presets: [['classic', {blog: false, docs: {routeBasePath: '/'}}]],
  };
  writeFileSync(path.join(folder, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config)};\n`);
  for (const [name, text] of plainPages(root)) writeFileSync(path.join(folder, 'docs', name), text);
}
