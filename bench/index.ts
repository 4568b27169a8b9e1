/** `npm run bench`: the measurements, one after the other. */
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {HELP_FLAG, parseFlags, refuseUsage} from '../scripts/lib/parseFlags.mjs';

const ROOT = path.join(__dirname, '..');
const MEASUREMENTS: Readonly<Record<string, string>> = {
  fresh: 'verify with nothing stale, against --help in a stock site',
  verify: 'verify against a bare loop of the same engine commands; needs a container engine',
  find: 'diagnosing a log of 5 MB against one of 1 MB',
  ledger: 'a thousand published revisions: time of a build, bytes in git and served',
  site: 'site build and page JavaScript against a stock site',
  lighthouse: 'Lighthouse over the built site, mobile; needs a browser, and fetches Lighthouse',
};
const NAMES = Object.keys(MEASUREMENTS);
const HELP = `npm run bench [-- <measurement…>]

Runs the named measurements, or all in this order. One that fails does not keep the next from running.

${NAMES.map((name) => `  ${name.padEnd(10)} ${MEASUREMENTS[name] ?? ''}`).join('\n')}

  --help   this text

RUNS=<n> sets the number of runs of fresh, find, ledger, site and lighthouse. bench/README.md has the results.
`;

const {positionals} = parseFlags(HELP, () => parseArgs({options: {help: HELP_FLAG}, allowPositionals: true}));
const unknown = positionals.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) refuseUsage(HELP, `There is no measurement ${unknown.join(', ')}.`);
process.exitCode = measure(positionals.length > 0 ? positionals : NAMES);

/** @returns 1 when one of them failed, else 0 */
function measure(names: readonly string[]): number {
  const failed = names.filter((name) => {
    process.stdout.write(`\n▸ ${name}: ${MEASUREMENTS[name] ?? ''}\n`);
    const jiti = path.join(ROOT, 'node_modules/.bin/jiti');
    return spawnSync(jiti, [path.join(__dirname, `${name}.ts`)], {cwd: ROOT, stdio: 'inherit'}).status !== 0;
  });
  if (failed.length > 0) process.stderr.write(`\nFailed: ${failed.join(', ')}\n`);
  return failed.length > 0 ? 1 : 0;
}
