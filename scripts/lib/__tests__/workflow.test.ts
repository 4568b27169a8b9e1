import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {parse} from 'yaml';
import {discoverExamples} from '../../../plugins/verified-examples/src/example/collect/discover';
import {platformsOf} from '../../../plugins/verified-examples/src/example/model/platforms';
import {ROOT} from '../dependencies.mjs';

interface Workflow {
  jobs: Record<
    string,
    {
      needs?: string[];
      steps: {run?: string; uses?: string; env?: Record<string, string>; with?: Record<string, string>}[];
    }
  >;
}

const WORKFLOW = path.join(ROOT, '.github/workflows/verify.yml');
const TEXT = readFileSync(WORKFLOW, 'utf8');
const {jobs} = parse(TEXT) as Workflow;

/** Platforms that examples are proved on and GitHub's runners are not of. */
function foreignPlatforms(): string[] {
  const platforms = discoverExamples(ROOT, 'examples').examples.flatMap(({manifest, variants}) =>
    Object.keys(variants).flatMap((variant) => platformsOf(manifest, variant)),
  );
  return [...new Set(platforms)].filter((platform) => platform !== 'linux/amd64');
}

it('every job that proves examples installs QEMU before, as long as one is of another platform', () => {
  const proving = Object.entries(jobs).flatMap(([name, {steps}]) => {
    const runs = steps.map(({run = ''}) => run);
    const proved = runs.findIndex((run) => run.includes('npm run verify'));
    const qemu = runs.findIndex((run) => /apt-get install .*\bqemu-user-static\b/.test(run));
    return proved === -1 ? [] : [[name, qemu !== -1 && qemu < proved]];
  });
  const needed = foreignPlatforms().length > 0;
  expect(proving).toEqual([
    ['examples', needed],
    ['upstream', needed],
  ]);
});

it('what goes to Pages is built after the tests, for the address that Pages has, from a ledger that has all of it', () => {
  const {needs = [], steps = []} = jobs.publish ?? {};
  expect(jobs.build?.steps.some(({run}) => run?.includes('--only browser'))).toBe(true);
  expect(needs).toEqual(expect.arrayContaining(['test', 'examples', 'build']));
  const runs = steps.map(({run}) => run);
  const uploaded = steps.findIndex(({uses}) => uses?.startsWith('actions/upload-pages-artifact@'));
  const built = runs.lastIndexOf('npm run build');
  expect(steps[built]).toMatchObject({
    env: {
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      SITE_BASE_URL: '${{ steps.pages.outputs.base_path }}/',
    },
  });
  const published = runs.indexOf('npm run publish-revisions -- --require-history');
  const checked = runs.indexOf('npm run publish-revisions -- --check --require-history');
  expect([runs.indexOf('npm run build'), published, built, checked, uploaded]).toEqual(
    [runs.indexOf('npm run build'), published, built, checked, uploaded].sort((x, y) => x - y),
  );
  expect(published).toBeGreaterThan(-1);
  expect(jobs.deploy?.needs).toEqual(['publish']);
});

it('pins every action by its commit, and names its version', () => {
  const used = [...TEXT.matchAll(/uses: (.*)/g)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('keeps what has more than one command in npm scripts, apart from packages that it installs', () => {
  const runs = Object.values(jobs).flatMap(({steps}) => steps.flatMap(({run}) => run ?? []));
  const lines = runs.flatMap((run) => run.trim().split('\n'));
  expect(
    lines.filter((line) => !/^(?:npm (?:ci|test|run)|npx playwright install|sudo apt-get) ?/.test(line)),
  ).toEqual([]);
});

it('ships hidden files of examples to Pages', () => {
  const upload = jobs.publish?.steps.find(({uses}) => uses?.startsWith('actions/upload-pages-artifact@'));
  expect(upload).toMatchObject({with: {path: 'build', 'include-hidden-files': true}});
});

it('downloads no artifact before the job that uploads it has ended', () => {
  const using = (action: string) =>
    Object.entries(jobs).flatMap(([job, {needs = [], steps}]) =>
      steps
        .filter(({uses}) => uses?.startsWith(`actions/${action}@`))
        .map((step) => ({job, needs, artifact: step.with?.name})),
    );
  const uploads = using('upload-artifact');
  const downloads = using('download-artifact');
  expect(downloads.length).toBeGreaterThan(0);
  for (const {needs, artifact} of downloads) {
    const uploading = uploads.find((upload) => upload.artifact === artifact);
    expect(needs).toContain(uploading?.job);
  }
});
