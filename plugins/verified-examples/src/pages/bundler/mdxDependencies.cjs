/**
 * A bundler loader that reads a page before MDX does and names the files of every example it embeds as its
 * dependencies, so that neither the persistent cache nor the development server serves an old snippet. It
 * changes nothing in the page. CommonJS, because the bundler loads it without any transpiler.
 */
const {existsSync, readdirSync, readFileSync} = require('node:fs');
const path = require('node:path');

const DIRECTIVE = /:{1,2}(?:example|transcript|receipt|twin|matrix|measured)(?:\[[^\]]*\])?\{([^}]*)\}/g;

module.exports = function mdxDependencies(source) {
  const {examplesDir, factsDir, wordsDir} = this.getOptions();
  const seen = new Set();
  const add = (id) => {
    const folder = seen.has(id) ? undefined : findExample(examplesDir, id);
    seen.add(id);
    if (folder === undefined) return;
    this.addContextDependency(folder);
    addFiles(this, folder);
    // A proof that does not exist yet: the page changes when it appears.
    const receipt = path.join(folder, 'receipt.json');
    if (!existsSync(receipt)) this.addMissingDependency(receipt);
    const manifest = readFileSync(path.join(folder, 'example.yaml'), 'utf8');
    const app = /^app:\s*['"]?([\w-]+)/m.exec(manifest)?.[1];
    if (app !== undefined && existsSync(path.join(examplesDir, '_apps', app))) {
      addFiles(this, path.join(examplesDir, '_apps', app));
    }
    // The lab is part of what a scenario beside it proves.
    if (/\bnetwork:\s*['"]?lab\b/.test(manifest)) addFiles(this, path.join(examplesDir, '_lab'));
    // A twin's fix is shown beside it.
    for (const [, fix] of manifest.matchAll(/\bexample:\s*['"]?([a-z0-9-]+)/g)) add(fix);
  };
  for (const [, attributes] of source.matchAll(DIRECTIVE)) {
    const id = /\bid=["']?([a-z0-9-]+)/.exec(attributes)?.[1];
    if (id !== undefined) add(id);
  }
  if (source.includes('::bases{')) {
    this.addContextDependency(factsDir);
    addFiles(this, factsDir);
    const radar = path.join(factsDir, '../radar.json');
    if (existsSync(radar)) this.addDependency(radar);
    else this.addMissingDependency(radar);
  }
  if (/::words[{-]|\bengine=/.test(source)) {
    this.addContextDependency(wordsDir);
    addFiles(this, wordsDir);
  }
  return source;
};

function findExample(folder, id) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue;
    const inside = path.join(folder, entry.name);
    if (existsSync(path.join(inside, 'example.yaml'))) {
      if (entry.name === id) return inside;
    } else {
      const found = findExample(inside, id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function addFiles(loader, folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (entry.isFile()) loader.addDependency(path.join(entry.parentPath ?? entry.path, entry.name));
  }
}
