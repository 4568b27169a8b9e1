import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {DEFAULT_DOCKERFILE, type Manifest} from '../model/manifest';
import {scenariosOf} from '../model/variant';
import {formatProblem, type Problem} from '../../problems';
import {suggest} from '../../nearest';
import {analyseDockerfile, type DockerfileFacts} from './dockerfile';
import {MANIFEST_FILE, RECEIPT_FILE, type Example, type ExampleVariant} from './example';
import {readFiles, type SourceFile} from './files';
import {isLeftover} from './leftovers';
import {reportInManifest, type ValuePath} from './places';
import {readManifest} from './readManifest';
import {reportAdapted} from './adapted';
import {reportOptions} from './options';
import {reportTwins} from './twins';

/** What write-file-atomic leaves of a receipt when it is killed before it renames: the name with a number after it. */
const UNFINISHED_RECEIPT = /^receipt\.json\.\d+$/;

/** Tells of something wrong with a manifest, at a value of it. */
type Report = (at: ValuePath, message: string) => void;

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
  if (!existsSync(root)) {
    problems.push({file: examplesPath, message: 'there is no such folder; it must hold the examples'});
    return {examples: [], problems};
  }
  const shared = new SharedFolders(root, examplesPath, problems);
  const examples: Example[] = [];
  for (const folder of exampleFolders(root, examplesPath, problems)) {
    const example = readExample(folder, path.posix.join(examplesPath, folder), shared, problems);
    if (example !== undefined) examples.push(example);
  }
  reportTwice(examples, problems);
  reportTwins(examples, problems);
  reportAdapted(examples, problems);
  reportOptions(examples, problems);
  return {examples: examples.sort((a, b) => a.id.localeCompare(b.id)), problems};
}

/** Folders that hold a manifest, at any depth; folders that begin with `_` are shared, not examples. */
function exampleFolders(root: string, label: string, problems: Problem[]): string[] {
  const found: string[] = [];
  const walk = (relative: string) => {
    const entries = readdirSync(path.join(root, relative), {withFileTypes: true}).filter(
      ({name}) => !isLeftover(name),
    );
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
  const manifest = readManifest(manifestFile.bytes.toString('utf8'), `${label}/${MANIFEST_FILE}`, problems);
  if (manifest === undefined) return undefined;
  const report: Report = (at, message) => {
    reportInManifest({folder, label}, at, message, problems);
  };
  const name = path.posix.basename(relative);
  if (manifest.id !== name) report(['id'], `expected "${name}", the folder's name, got "${manifest.id}"`);
  const own = files.filter(
    ({path: file}) => file !== MANIFEST_FILE && file !== RECEIPT_FILE && !UNFINISHED_RECEIPT.test(file),
  );
  const app = manifest.app === undefined ? [] : shared.app(manifest.app, report);
  const context = joinContext(own, app, label, problems);
  reportMissingFiles(manifest, own, report);
  return {
    id: manifest.id,
    folder,
    label,
    manifest,
    context,
    lab: manifest.scenarios.some(({network, http}) => network === 'lab' || http !== undefined)
      ? shared.lab()
      : [],
    variants: analyseVariants(manifest, context, {label, report, problems}),
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
  {label, report, problems}: {label: string; report: Report; problems: Problem[]},
): Record<string, ExampleVariant> {
  const variants: Record<string, ExampleVariant> = {};
  const analysed = new Map<string, DockerfileFacts>();
  const found: Problem[] = [];
  for (const [id, variant] of Object.entries(manifest.variants)) {
    const file = context.find((candidate) => candidate.path === variant.dockerfile);
    const dockerfile = `${label}/${variant.dockerfile}`;
    if (file === undefined) {
      report(['variants', id, 'dockerfile'], noDockerfile(variant.dockerfile, context));
      continue;
    }
    // Most variants are stages of one file.
    const same = JSON.stringify([variant.dockerfile, variant.buildArgs]);
    const facts =
      analysed.get(same) ??
      analyseDockerfile(file.bytes.toString('utf8'), variant.buildArgs, dockerfile, found);
    analysed.set(same, facts);
    const stages = facts.stages.flatMap((stage) => stage.name ?? []);
    const missing = (at: ValuePath, stage: string | undefined) => {
      if (stage !== undefined && !stages.includes(stage))
        report(at, `${dockerfile} has no stage "${stage}"; ${suggest(stage, stages)}`);
    };
    missing(['variants', id, 'target'], variant.target);
    for (const {look, id: scenario} of scenariosOf(manifest, id))
      missing(['scenarios', manifest.scenarios.findIndex((one) => one.id === scenario)], look?.stage);
    variants[id] = {...variant, dockerfileFacts: facts};
  }
  // One file is read once for each set of build arguments, and says most things each time.
  problems.push(...new Map(found.map((problem) => [formatProblem(problem), problem])).values());
  return variants;
}

function noDockerfile(file: string, context: readonly SourceFile[]): string {
  if (file !== DEFAULT_DOCKERFILE) {
    const known = context.map(({path: name}) => name);
    return `there is no file ${file} in the example; ${suggest(file, known)}`;
  }
  return `there is no ${file} in the example, which is the default: add it, or name another file here`;
}

function reportMissingFiles(manifest: Manifest, own: SourceFile[], report: Report) {
  const known = own.map((file) => file.path);
  for (const [index, {files, seccomp}] of manifest.scenarios.entries()) {
    const named: {at: ValuePath; from: string | undefined}[] = [
      ...files.map(({from}, position) => ({at: ['files', position, 'from'], from})),
      {at: ['seccomp'], from: seccomp},
    ];
    for (const {at, from} of named)
      if (from !== undefined && !known.includes(from))
        report(
          ['scenarios', index, ...at],
          `there is no file ${from} in the example; ${suggest(from, known)}`,
        );
  }
}

function reportTwice(examples: readonly Example[], problems: Problem[]) {
  const first = new Map<string, Example>();
  for (const example of examples) {
    const other = first.get(example.id);
    if (other === undefined) first.set(example.id, example);
    else reportInManifest(example, ['id'], `"${example.id}" is the id of ${other.label} already`, problems);
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

  app(name: string, report: Report): readonly SourceFile[] {
    const relative = `_apps/${name}`;
    if (existsSync(path.join(this.root, relative))) return this.folder(relative);
    const apps = path.join(this.root, '_apps');
    const known = existsSync(apps) ? readdirSync(apps) : [];
    report(['app'], `no shared app "${name}"; ${suggest(name, known)}`);
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
