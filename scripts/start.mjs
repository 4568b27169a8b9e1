// @ts-check
import {spawn, spawnSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {DOCUSAURUS, ensureDependencies, fail, GUIDE, ROOT, say} from './lib/dependencies.mjs';

const HELP = `npm start [-- --port <n>] [--host <name>]

Installs packages, proves what is stale, builds the site and serves it.
With receipts that match the examples no container engine is needed.

  --port <n>     port to serve on (default 3000)
  --host <name>  address to serve on (default localhost)
  --help         this text`;

const {values} = parseArgs({
  options: {
    port: {type: 'string', default: '3000'},
    host: {type: 'string', default: 'localhost'},
    help: {type: 'boolean', default: false},
  },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

ensureDependencies();
run('Proving what is stale', [GUIDE, 'verify']);
run('Building the site', [DOCUSAURUS, 'build']);
say(`Serving http://${values.host}:${values.port}/`);
const server = spawn(
  process.execPath,
  [DOCUSAURUS, 'serve', '--no-open', '--port', values.port, '--host', values.host],
  {cwd: ROOT, stdio: 'inherit'},
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

/**
 * @param {string} title
 * @param {string[]} args
 */
function run(title, args) {
  say(title);
  const {status, signal} = spawnSync(process.execPath, args, {cwd: ROOT, stdio: 'inherit'});
  if (status !== 0) fail(`${title}: ended with ${signal ?? `exit code ${status}`}.`, status ?? 1);
}
