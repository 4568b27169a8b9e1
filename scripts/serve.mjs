// @ts-check
import path from 'node:path';
import {parseArgs} from 'node:util';
import {fail, ROOT} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags, readPort} from './lib/parseFlags.mjs';
import {choosePort} from './lib/serve.mjs';
import {createSiteServer} from './lib/siteServer.mjs';

const USUAL_PORT = 3000;
const HELP = `npm run serve [-- --port <n>] [--host <name>] [--dir <folder>]

Serves the site that was built.

  --port <n>     port to serve on (default: ${USUAL_PORT}, or the next that is free)
  --host <name>  address to serve on (default localhost)
  --dir <folder> the built site (default build)
  --help         this text`;

const {values} = parseFlags(HELP, () =>
  parseArgs({
    options: {
      port: {type: 'string'},
      host: {type: 'string', default: 'localhost'},
      dir: {type: 'string', default: 'build'},
      help: HELP_FLAG,
    },
  }),
);
const {host} = values;
const isAsked = values.port !== undefined;
const wanted = values.port === undefined ? USUAL_PORT : readPort(HELP, values.port);
const baseUrl = process.env.SITE_BASE_URL ?? '/';

try {
  const server = createSiteServer(path.resolve(ROOT, values.dir), baseUrl);
  server.once('error', ({message}) => fail(message));
  const port = await choosePort({port: wanted, host, isAsked}).catch(({message}) => fail(message));
  server.listen(port, host, () => {
    process.stdout.write(`http://${host}:${port}${baseUrl}\n`);
  });
} catch (error) {
  fail(
    `There is no built site in ${values.dir} (${/** @type {Error} */ (error).message}): npm run build makes it.`,
  );
}
