/** `npm run publish-revisions`: gives what the site shows permanent addresses. See plugins/permalinks/src/ledger. */
import {parseArgs} from 'node:util';
import {publishCommand} from '../plugins/permalinks/src/ledger/command';
import {messageOf} from '../plugins/verified-examples/src/messageOf';
import {ROOT} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags, refuseUsage} from './lib/parseFlags.mjs';

const HELP = `npm run publish-revisions [-- <flags>]

Appends to ledger/ what the last build shows and the ledger does not have: new states, and new proofs of known ones.

  --list                list what would be appended; write nothing
  --check               the same, and end with 1 if there is something
  --why TEXT            why the states before the new ones were left; with --withdraw: why it must not be relied on
  --moved OLD=NEW       OLD (/x/old) leads to NEW from now on, an address or a page of the site; can be repeated
  --withdraw ADDRESS    a revision must not be relied on any more (a short address: its current one); can be repeated.
                        Nothing else is appended, and no build is needed
  --require-history     refuse where the ledger can't be compared with what the main branch had
  --help                this text

Ends with 1 when it refuses, and then writes nothing. Commit ledger/ afterwards.`;

const {values} = parseFlags(HELP, () =>
  parseArgs({
    options: {
      list: {type: 'boolean', default: false},
      check: {type: 'boolean', default: false},
      why: {type: 'string'},
      moved: {type: 'string', multiple: true, default: []},
      withdraw: {type: 'string', multiple: true, default: []},
      'require-history': {type: 'boolean', default: false},
      help: HELP_FLAG,
    },
  }),
);
const {why, withdraw} = values;
const moved = values.moved.map((written) => {
  const [address = '', to = '', ...rest] = written.split('=');
  if (address === '' || to === '' || rest.length > 0)
    refuseUsage(HELP, `--moved: expected OLD=NEW, got ${written}`);
  return {address, to};
});
if (why?.trim() === '') refuseUsage(HELP, '--why has no text.');
if (withdraw.length > 0 && why === undefined) refuseUsage(HELP, '--withdraw needs --why TEXT.');
if (withdraw.length > 0 && moved.length > 0)
  refuseUsage(HELP, '--withdraw and --moved can not be in one command: withdraw first.');

try {
  process.exitCode = publishCommand({
    siteDir: ROOT,
    now: new Date(),
    dry: values.check ? 'check' : values.list ? 'list' : 'no',
    requireHistory: values['require-history'],
    ...{why, moved, withdraw},
    print: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
