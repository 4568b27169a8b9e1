import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {load} from 'js-yaml';
import * as z from 'zod';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {rebuildBases} from '../../../../base-images/src';
import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {COMPARED} from '../../../../base-images/src/compared';
import {readPins} from '../../../../base-images/src/pins';
import {ROOT} from '../../../../../scripts/lib/dependencies.mjs';
import {CopyOfSite} from '../../__tests__/copyOfSite';
import {pushArchive} from '../../engine/__tests__/support/pushArchive';
import {startRegistry, type Registry} from '../../engine/__tests__/support/registry';
import {machineTrust} from '../bases/machineTrust';
import {pullName} from '../bases/pullName';
import {patternExample} from './support/patternExample';
import {expectedFacts, FACTS_FOLDER, readBaseFacts} from '../../proof/bases/facts';
import {ALPINE} from './support/registryExamples';

/** What a runner has already, here. */
const OF_THE_RUNNER = /apt-get|^npm ci$/;

const Workflow = z.object({
  jobs: z.record(z.string(), z.object({steps: z.array(z.object({run: z.string().optional()}))})),
});
const {jobs} = Workflow.parse(load(readFileSync(path.join(ROOT, '.github/workflows/verify.yml'), 'utf8')));

let scratch: string;
let site: CopyOfSite;
let registry: Registry;
let archive: string;

/** A fork on its first day: the one example that newcomers are given to copy, no pin, no receipt; its origin, a registry, and a `gh` that writes down what it is asked. */
beforeAll(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
  registry = await startRegistry(scratch);
  site = new CopyOfSite();
  const [base] = await rebuildBases([ALPINE], {
    ...{platform: 'linux/amd64', cacheDir: cacheFolder(), onProgress: () => undefined},
    ...{signal: new AbortController().signal, ...machineTrust()},
  });
  archive = base?.archive ?? '';
  await push();
  for (const {ref} of COMPARED)
    await pushArchive(archive, {
      host: registry.host,
      name: pullName(ref, registry.host).slice(registry.host.length + 1),
    });

  for (const made of ['examples', 'plugins/base-images/pins.json', 'plugins/base-images/radar.json'])
    rmSync(site.file(made), {recursive: true, force: true});
  mkdirSync(site.file('examples/greeting'), {recursive: true});
  for (const [name, content] of Object.entries(patternExample()))
    writeFileSync(site.file('examples/greeting', name), content);

  mkdirSync(path.join(scratch, 'bin'));
  const gh = path.join(scratch, 'bin/gh');
  writeFileSync(gh, `#!/bin/sh\necho "$@" >> ${scratch}/gh.log\n`);
  chmodSync(gh, 0o755);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'A Newcomer');
  git('config', 'user.email', 'newcomer@example.test');
  git('init', '--quiet', '--bare', path.join(scratch, 'origin'));
  git('remote', 'add', 'origin', path.join(scratch, 'origin'));
  git('add', '--all');
  git('commit', '--quiet', '--message=Fork');
  git('push', '--quiet', 'origin', 'main');
});

afterAll(async () => {
  await registry.stop();
  site.remove();
  rmSync(scratch, {recursive: true, force: true});
});

it('is green on the first day of a fork, proposes what it proved, and checks against that from then on', async () => {
  const [own, others] = shards();
  expect([own?.status, others?.status]).toEqual([0, 0]);
  expect(own?.output).toContain('1 proved, 0 unchanged, 0 upstream moved, 0 failed');
  expect(own?.output).toContain('0 proved, 1 unchanged, 0 upstream moved, 0 failed');
  expect(others?.output).toContain('0 proved, 0 unchanged, 0 upstream moved, 0 failed');

  const first = job('upstream');
  expect(first.output).toContain('1 proved, 0 unchanged, 0 upstream moved, 0 failed');
  expect(first.status).toBe(0);
  expect(readFileSync(path.join(scratch, 'gh.log'), 'utf8')).toBe('pr create --fill\n');
  const measured = expectedFacts().flatMap(({name, recipe}) =>
    recipe === undefined ? [`${FACTS_FOLDER}/${name}`] : [],
  );
  const [branch = ''] = git('branch', '--list', 'upstream/*', '--format=%(refname:short)').split('\n');
  expect(git('diff', '--name-only', 'main', `origin/${branch}`).split('\n')).toEqual([
    'examples/greeting/receipt.json',
    'plugins/base-images/contents.json',
    ...measured.sort(),
    'plugins/base-images/pins.json',
    'plugins/base-images/radar.json',
  ]);
  expect(readPins(site.folder)[ALPINE]?.digest).toMatch(/^sha256:/);

  const facts = readBaseFacts(site.folder);
  expect(facts.problems).toEqual([]);
  expect(facts.facts.find(({ref}) => ref === 'busybox:musl')).toMatchObject({
    pulled: {digest: readPins(site.folder)[ALPINE]?.digest},
    image: {libc: {kind: 'musl'}, shell: '/bin/sh'},
  });

  git('switch', '--quiet', 'main');
  git('merge', '--quiet', branch);
  const second = shards();
  expect(second.map(({status}) => status)).toEqual([0, 0]);
  expect(second.map(({output}) => output).join('\n')).toContain('1 unchanged, 0 upstream moved, 0 failed');

  await push(randomBytes(1000));
  const moved = shards();
  expect(moved.map(({status}) => status)).toEqual([0, 0]);
  expect(moved.map(({output}) => output).join('\n')).toContain(`Upstream moved: ${ALPINE} was `);

  await registry.stop();
  const dead = shards();
  expect(dead.map(({status}) => status)).toContain(3);
  expect(dead.map(({output}) => output).join('\n')).toMatch(
    /^The registry of 127\.0\.0\.1:\d+\/library\/alpine:3\.23 /m,
  );
});

const push = (marker?: Buffer) =>
  pushArchive(archive, {host: registry.host, name: `library/${ALPINE}`, marker});

const shards = () => [1, 2].map((shard) => job('examples', String(shard)));

/** Runs the steps of a job on what is checked out, until one fails, as GitHub does. */
function job(name: string, shard = ''): {status: number | null; output: string} {
  git('clean', '--quiet', '--force', '-d', 'examples', 'plugins');
  git('checkout', '--quiet', '.');
  let output = '';
  for (const {run} of jobs[name]?.steps ?? []) {
    if (run === undefined || OF_THE_RUNNER.test(run)) continue;
    const command = run.replaceAll('${{ matrix.shard }}', shard);
    expect(command).not.toContain('${{');
    const step = spawnSync('bash', ['-e', '-c', command], {
      cwd: site.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        CGO_FIELD_GUIDE_MIRROR: registry.host,
        PATH: `${scratch}/bin:${process.env.PATH ?? ''}`,
      },
    });
    // Colours are on wherever the variable CI is set.
    output += stripVTControlCharacters(step.stdout + step.stderr);
    if (step.status !== 0) return {status: step.status, output};
  }
  return {status: 0, output};
}

function git(...args: string[]): string {
  const {status, stdout, stderr} = spawnSync('git', args, {cwd: site.folder, encoding: 'utf8'});
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
