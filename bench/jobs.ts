/**
 * `verify --force` with one job and with two, on the engine that the verifier finds or starts for itself, and each against
 * the time in which that engine worked.
 *
 *   jiti bench/jobs.ts [all | <example…>]
 */
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {cacheFolder} from '../plugins/base-images/src/cacheFolder';
import {CopyOfSite} from '../plugins/verified-examples/src/__tests__/copyOfSite';
import {openEngine} from '../plugins/verified-examples/src/engine/open';
import {onPath} from '../plugins/verified-examples/src/engine/provisioning';
import {timeOfWork} from './lib/engineLog';
import {forceVerify, namedExamples} from './lib/forceVerify';
import {standIn} from './lib/standInDocker';
import {printTable} from './lib/stats';

const examples = namedExamples(process.argv.slice(2));

void main();

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
  const site = new CopyOfSite();
  try {
    const {docker, config} = await clientOfEngine(work);
    say('warming up: every base');
    const bases = site.guide('bases', '--used');
    if (bases.status !== 0) throw new Error(bases.output);

    const stage = standIn(path.join(work, 'stage'), [path.join(__dirname, 'lib/timeDocker.sh')]);
    const programs = path.dirname(docker);
    // Beside its docker, an engine of the project's has the daemon that the verifier starts.
    const PATH = [stage, programs, path.join(programs, '../sbin'), process.env.PATH ?? ''].join(':');
    const rows = ['1', '2'].map((jobs) => {
      say(`watching --jobs ${jobs}`);
      const log = path.join(work, `log-${jobs}`);
      const env = {PATH, BENCH_LOG: log, BENCH_DOCKER: docker, BENCH_CONFIG: config};
      const wall = forceVerify(site, {examples, jobs}, env);
      const ofEngine = timeOfWork(readFileSync(log, 'utf8'));
      say(`${wall.toFixed(1)} s, the engine at work for ${ofEngine.covered.toFixed(1)} s of them`);
      return {jobs, wall, ...ofEngine};
    });
    const [one] = rows;
    printTable(
      rows.map(({jobs, wall, covered, sum}) => ({
        side: `verify --jobs ${jobs}`,
        s: wall.toFixed(1),
        'engine at work, s': covered.toFixed(1),
        'times that': (wall / covered).toFixed(2),
        'all commands, s': sum.toFixed(1),
        'times --jobs 1': (wall / (one?.wall ?? NaN)).toFixed(2),
      })),
    );
  } finally {
    site.remove();
    rmSync(work, {recursive: true, force: true});
  }
}

/**
 * The client of the engine that the verifier would take. An engine of the project's is gone again when this returns, so its
 * address is left out, and its configuration, which says where buildx is, is a copy: starting the engine anew writes one.
 */
async function clientOfEngine(work: string): Promise<{docker: string; config: string | undefined}> {
  const engine = await openEngine({
    wanted: 'docker',
    cacheDir: cacheFolder(),
    signal: new AbortController().signal,
    onProgress: say,
  });
  const [program = '', ...options] = engine.command;
  await engine.close();
  const docker = path.isAbsolute(program) ? program : (onPath(program) ?? program);
  const asked = options.includes('--config') ? options[options.indexOf('--config') + 1] : undefined;
  const config = asked === undefined ? undefined : path.join(work, 'client');
  if (asked !== undefined && config !== undefined) cpSync(asked, config, {recursive: true});
  return {docker, config};
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
