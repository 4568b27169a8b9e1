// @ts-check
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {DOCUSAURUS, ensureDependencies, fail, GUIDE, refuseWindows, ROOT, say} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags, readPort} from './lib/parseFlags.mjs';
import {choosePort, runServer} from './lib/serve.mjs';

const USUAL_PORT = 3000;
const HELP = `npm start [-- --port <n>] [--host <name>]

Installs packages, proves what is stale, builds the site and serves it.
With receipts that match the examples no container engine is needed.

  --port <n>     port to serve on (default: ${USUAL_PORT}, or the next that is free)
  --host <name>  address to serve on (default localhost)
  --help         this text`;

const {values} = parseFlags(HELP, () =>
  parseArgs({
    options: {port: {type: 'string'}, host: {type: 'string', default: 'localhost'}, help: HELP_FLAG},
  }),
);
refuseWindows();
const {host} = values;
const isAsked = values.port !== undefined;
const wanted = values.port === undefined ? USUAL_PORT : readPort(HELP, values.port);

// Asked now as well, so that nobody waits for a build that cannot be served.
await portOrEnd();
ensureDependencies();
run('Proving what is stale', [GUIDE, 'verify']);
run('Building the site', [DOCUSAURUS, 'build']);
const port = await portOrEnd();
say(port === wanted ? 'Serving the site' : `Port ${wanted} is taken; serving the site on port ${port}`);
const command = [path.join(ROOT, 'scripts/serve.mjs'), '--port', String(port), '--host', host];
process.exit(await runServer([process.execPath, ...command], {cwd: ROOT, stdio: 'inherit'}));

function portOrEnd() {
  return choosePort({port: wanted, host, isAsked}).catch((/** @type {Error} */ {message}) => fail(message));
}

/**
 * @param {string} title
 * @param {string[]} args
 */
function run(title, args) {
  say(title);
  const {status, signal} = spawnSync(process.execPath, args, {cwd: ROOT, stdio: 'inherit'});
  if (status !== 0) fail(`${title}: ended with ${signal ?? `exit code ${status}`}.`, status ?? 1);
}
