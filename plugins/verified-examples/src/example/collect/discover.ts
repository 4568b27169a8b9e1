import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import type {Manifest} from '../model/manifest';
import type {Problem} from '../../problems';
import {suggest} from '../../nearest';
import {analyseDockerfile, type DockerfileFacts} from './dockerfile';
import {MANIFEST_FILE, RECEIPT_FILE, type Example, type ExampleVariant} from './example';
import {readFiles, type SourceFile} from './files';
import {readManifest} from './readManifest';
import {reportTwins} from './twins';

/** What write-file-atomic leaves of a receipt when it is killed before it renames: the name with a number after it. */
const UNFINISHED_RECEIPT = /^receipt\.json\.\d+$/;

export interface Discovery {
  examples: Example[];
  problems: Problem[];
}

/**
 * Reads every example below the folder, with its shared app and the lab.
 *
 * @param siteDir - Absolute path of the site
 * @param examplesPath - Folder of the examples, relative to the site
 */
export function discoverExamples(siteDir: string, examplesPath: string): Discovery {
  const root = path.join(siteDir, examplesPath);
  const problems: Problem[] = [];
  const shared = new SharedFolders(root, examplesPath, problems);
  const examples: Example[] = [];
  for (const folder of exampleFolders(root, examplesPath, problems)) {
    const example = readExample(folder, path.posix.join(examplesPath, folder), shared, problems);
    if (example !== undefined) examples.push(example);
  }
  reportTwice(examples, problems);
  reportTwins(examples, problems);
  return {examples: examples.sort((a, b) => a.id.localeCompare(b.id)), problems};
}

/** Folders that hold a manifest, at any depth; folders that begin with `_` are shared, not examples. */
function exampleFolders(root: string, label: string, problems: Problem[]): string[] {
  const found: string[] = [];
  const walk = (relative: string) => {
    const entries = readdirSync(path.join(root, relative), {withFileTypes: true});
    if (relative !== '' && entries.some((entry) => entry.name === MANIFEST_FILE)) {
      found.push(relative);
      return;
    }
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'));
    if (relative !== '' && folders.length === 0) {
      problems.push({file: `${label}/${relative}`, message: `there is no ${MANIFEST_FILE}`});
    }
    for (const {name} of folders) walk(relative === '' ? name : `${relative}/${name}`);
  };
  walk('');
  return found;
}

function readExample(
  relative: string,
  label: string,
  shared: SharedFolders,
  problems: Problem[],
): Example | undefined {
  const folder = path.join(shared.root, relative);
  const files = readFiles(folder, label, problems);
  const manifestFile = files.find((file) => file.path === MANIFEST_FILE);
  if (manifestFile === undefined) return undefined;
  const manifestLabel = `${label}/${MANIFEST_FILE}`;
  const manifest = readManifest(manifestFile.bytes.toString('utf8'), manifestLabel, problems);
  if (manifest === undefined) return undefined;
  if (manifest.id !== path.posix.basename(relative)) {
    problems.push({
      file: manifestLabel,
      message: `id: expected "${path.posix.basename(relative)}", the folder's name, got "${manifest.id}"`,
    });
  }
  const own = files.filter(
    ({path: file}) => file !== MANIFEST_FILE && file !== RECEIPT_FILE && !UNFINISHED_RECEIPT.test(file),
  );
  const app = manifest.app === undefined ? [] : shared.app(manifest.app, manifestLabel);
  const context = joinContext(own, app, label, problems);
  reportMissingFiles(manifest, own, manifestLabel, problems);
  return {
    id: manifest.id,
    folder,
    label,
    manifest,
    context,
    lab: manifest.scenarios.some(({network, http}) => network === 'lab' || http !== undefined)
      ? shared.lab()
      : [],
    variants: analyseVariants(manifest, context, label, problems),
  };
}

/** One file at one path: an example that silently replaced a file of its app would not show what was built. */
function joinContext(
  own: SourceFile[],
  app: readonly SourceFile[],
  label: string,
  problems: Problem[],
): SourceFile[] {
  const paths = new Set(own.map((file) => file.path));
  for (const file of app) {
    if (paths.has(file.path)) {
      problems.push({
        file: `${label}/${file.path}`,
        message: `the shared app has a file of this name too; keep one`,
      });
    }
  }
  return [...own, ...app].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function analyseVariants(
  manifest: Manifest,
  context: readonly SourceFile[],
  label: string,
  problems: Problem[],
): Record<string, ExampleVariant> {
  const variants: Record<string, ExampleVariant> = {};
  const analysed = new Map<string, DockerfileFacts>();
  for (const [id, variant] of Object.entries(manifest.variants)) {
    const file = context.find((candidate) => candidate.path === variant.dockerfile);
    const dockerfile = `${label}/${variant.dockerfile}`;
    if (file === undefined) {
      problems.push({file: dockerfile, message: `there is no such file, named by variant "${id}"`});
      continue;
    }
    // Most variants are stages of one file.
    const same = JSON.stringify([variant.dockerfile, variant.buildArgs]);
    const facts =
      analysed.get(same) ??
      analyseDockerfile(file.bytes.toString('utf8'), variant.buildArgs, dockerfile, problems);
    analysed.set(same, facts);
    const stages = facts.stages.flatMap((stage) => stage.name ?? []);
    if (variant.target !== undefined && !stages.includes(variant.target)) {
      problems.push({
        file: dockerfile,
        message: `no stage "${variant.target}", the target of variant "${id}"; ${suggest(variant.target, stages)}`,
      });
    }
    variants[id] = {...variant, dockerfileFacts: facts};
  }
  return variants;
}

function reportMissingFiles(manifest: Manifest, own: SourceFile[], file: string, problems: Problem[]) {
  for (const {id, files, seccomp} of manifest.scenarios) {
    const named = [...files.map(({from}) => ({key: 'files', from})), {key: 'seccomp', from: seccomp}];
    for (const {key, from} of named) {
      if (from !== undefined && !own.some((candidate) => candidate.path === from)) {
        problems.push({file, message: `scenarios.${id}.${key}: there is no file ${from} in the example`});
      }
    }
  }
}

function reportTwice(examples: readonly Example[], problems: Problem[]) {
  const first = new Map<string, Example>();
  for (const example of examples) {
    const other = first.get(example.id);
    if (other === undefined) first.set(example.id, example);
    else
      problems.push({
        file: `${example.label}/${MANIFEST_FILE}`,
        message: `id: "${example.id}" is the id of ${other.label} already`,
      });
  }
}

/** Apps and the lab are shared: read once, however many examples use them. */
class SharedFolders {
  private readonly read = new Map<string, SourceFile[]>();

  constructor(
    readonly root: string,
    private readonly label: string,
    private readonly problems: Problem[],
  ) {}

  app(name: string, manifest: string): readonly SourceFile[] {
    const relative = `_apps/${name}`;
    if (existsSync(path.join(this.root, relative))) return this.folder(relative);
    const apps = path.join(this.root, '_apps');
    const known = existsSync(apps) ? readdirSync(apps) : [];
    this.problems.push({file: manifest, message: `app: no shared app "${name}"; ${suggest(name, known)}`});
    return [];
  }

  lab(): readonly SourceFile[] {
    return existsSync(path.join(this.root, '_lab')) ? this.folder('_lab') : [];
  }

  private folder(relative: string): SourceFile[] {
    let files = this.read.get(relative);
    if (files === undefined) {
      files = readFiles(path.join(this.root, relative), `${this.label}/${relative}`, this.problems);
      this.read.set(relative, files);
    }
    return files;
  }
}
