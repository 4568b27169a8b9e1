/**
 * Start-up and size of one program by how it is linked, against the same program without cgo. Needs `go` and `gcc` on
 * this machine; `musl-gcc` adds a column. The sides take turns.
 */
import {cpSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onPath} from '../plugins/verified-examples/src/engine/provisioning';
import {median, printTable} from './lib/stats';
import {timed} from './lib/timed';

const STARTS = 200;
const RUNS = Number(process.env.RUNS ?? 5);
const STATIC = '-linkmode external -extldflags "-static"';
const PIE = '-linkmode external -extldflags "-static-pie"';

interface Side {
  name: string;
  env: Record<string, string>;
  flags: string[];
}

const SIDES: readonly Side[] = [
  {name: 'pure Go', env: {CGO_ENABLED: '0'}, flags: []},
  {name: 'glibc, dynamic', env: {CGO_ENABLED: '1'}, flags: []},
  {name: 'glibc, static', env: {CGO_ENABLED: '1'}, flags: [`-ldflags=${STATIC}`]},
  {name: 'glibc, static-pie', env: {CGO_ENABLED: '1'}, flags: ['-buildmode=pie', `-ldflags=${PIE}`]},
  ...(onPath('musl-gcc') === undefined
    ? []
    : [{name: 'musl, static', env: {CGO_ENABLED: '1', CC: 'musl-gcc'}, flags: [`-ldflags=${STATIC}`]}]),
];

const missing = ['go', 'gcc'].filter((program) => onPath(program) === undefined);
if (missing.length > 0) {
  process.stderr.write(`This builds a program here, and ${missing.join(' and ')} cannot be found on PATH.\n`);
  process.exit(1);
}

const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  cpSync(path.join(__dirname, '../examples/_apps/hello'), work, {recursive: true});
  SIDES.forEach(({env, flags}, index) => {
    timed(['go', 'build', '-trimpath', ...flags, '-o', program(index), './cmd/app'], {
      cwd: work,
      env: {...process.env, ...env},
    });
  });
  const times = SIDES.map(() => [] as number[]);
  for (let run = 0; run < RUNS; run++) times.forEach((all, index) => all.push(starts(index)));
  const size = (index: number) => statSync(program(index)).size;
  printTable(
    SIDES.map(({name}, index) => ({
      linked: name,
      'start, ms of processor': ((median(times[index] ?? []) / STARTS) * 1000).toFixed(2),
      'times pure Go': (median(times[index] ?? []) / median(times[0] ?? [])).toFixed(2),
      'size, MB': (size(index) / 1_000_000).toFixed(2),
      'times pure Go ': (size(index) / size(0)).toFixed(2),
    })),
  );
} finally {
  rmSync(work, {recursive: true, force: true});
}

function program(index: number): string {
  return path.join(work, `app-${index}`);
}

/** Seconds of processor for all starts, the shell's share among them. */
function starts(index: number): number {
  const loop = `i=0; while [ $i -lt ${STARTS} ]; do "$0" >/dev/null; i=$((i+1)); done`;
  return timed(['sh', '-c', loop, program(index)], {cwd: work}).cpu;
}
