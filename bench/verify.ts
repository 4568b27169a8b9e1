/**
 * `verify --force` against a bare loop of the same engine commands, on the same engine: one run is watched, its
 * builds, exports and runs are then given again one after the other. The sides take turns.
 *
 *   jiti bench/verify.ts [--rounds <n>] [all | <example…>]
 *
 * The loop gives one command after the other where the verifier runs scenarios side by side, so it is easily beaten by an
 * example that waits.
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {cacheFolder} from '../plugins/base-images/src/cacheFolder';
import {CopyOfSite} from '../plugins/verified-examples/src/__tests__/copyOfSite';
import {openEngine} from '../plugins/verified-examples/src/engine/open';
import {onPath} from '../plugins/verified-examples/src/engine/provisioning';
import {readLog} from './lib/engineLog';
import {forceVerify, namedExamples} from './lib/forceVerify';
import {replay} from './lib/replay';
import {standIn} from './lib/standInDocker';
import {median, printTable} from './lib/stats';
import {timed} from './lib/timed';

const {values, positionals} = parseArgs({
  options: {rounds: {type: 'string', default: '1'}},
  allowPositionals: true,
});
const examples = namedExamples(positionals);

void main();

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
  const site = new CopyOfSite();
  const interrupted = new AbortController();
  process.once('SIGINT', () => {
    interrupted.abort(new Error('interrupted'));
  });
  const engine = await openEngine({
    wanted: 'docker',
    cacheDir: cacheFolder(),
    signal: interrupted.signal,
    onProgress: say,
  });
  try {
    await compare(site, engine.command, work);
  } finally {
    await engine.close();
    site.remove();
    rmSync(work, {recursive: true, force: true});
  }
}

async function compare(site: CopyOfSite, command: readonly string[], work: string): Promise<void> {
  const [program = '', ...options] = command;
  const docker = [path.isAbsolute(program) ? program : (onPath(program) ?? program), ...options];
  // The user's docker is called by its name alone.
  const hostNetwork = options.length > 0;
  const plain = standIn(path.join(work, 'plain'), docker, {hostNetwork});
  const recorder = path.join(__dirname, 'lib/recordDocker.mjs');
  const watched = standIn(path.join(work, 'watched'), [process.execPath, recorder], {hostNetwork});
  const verify = (jobs: string, stage: string, env: NodeJS.ProcessEnv = {}) =>
    forceVerify(site, {examples, jobs}, {...env, PATH: `${stage}:${process.env.PATH ?? ''}`});
  const prune = () => timed([...docker, 'builder', 'prune', '--all', '--force'], {cwd: work});

  say('warming up: bases, lab, caches of the compiler');
  verify('2', plain);
  say('watching --jobs 1');
  const folder = path.join(work, 'record');
  mkdirSync(folder);
  verify('1', watched, {BENCH_RECORD: JSON.stringify({folder, docker})});
  const {groups, work: commands, questions} = readLog(readFileSync(path.join(folder, 'log'), 'utf8'));

  const sides: Record<string, () => number | Promise<number>> = {
    'bare loop': async () => {
      const started = performance.now();
      await replay(groups, [path.join(plain, 'docker')]);
      return (performance.now() - started) / 1000;
    },
    'verify --jobs 1': () => verify('1', plain),
    'verify --jobs 2': () => verify('2', plain),
  };
  const times = new Map(Object.keys(sides).map((name) => [name, [] as number[]]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, side] of Object.entries(sides)) {
      prune();
      const seconds = await side();
      say(`${name}: ${seconds.toFixed(1)} s`);
      times.get(name)?.push(seconds);
    }
  }
  process.stdout.write(
    `${commands} commands of work; the verifier asks ${questions} questions beside them\n`,
  );
  const bare = median(times.get('bare loop') ?? []);
  printTable(
    [...times].map(([name, all]) => ({
      side: name,
      s: median(all).toFixed(1),
      'times the bare loop': (median(all) / bare).toFixed(2),
    })),
  );
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
