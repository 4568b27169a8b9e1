/** `npm run publish-revisions`: gives what the site shows permanent addresses. See plugins/permalinks/src/ledger. */
import path from 'node:path';
import {parseArgs} from 'node:util';
import {hasPage} from '../plugins/permalinks/src/ledger/builtPages';
import {planPublication, planWithdrawal, type Plan} from '../plugins/permalinks/src/ledger/plan';
import {append} from '../plugins/permalinks/src/ledger/publish';
import {readLedger, type Ledger} from '../plugins/permalinks/src/ledger/readLedger';
import {readStates} from '../plugins/permalinks/src/ledger/states';
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
if (withdraw.length > 0 && why === undefined) refuseUsage(HELP, '--withdraw needs --why TEXT.');
if (withdraw.length > 0 && moved.length > 0)
  refuseUsage(HELP, '--withdraw and --moved are two publications.');
if (why?.trim() === '') refuseUsage(HELP, '--why has no text.');

try {
  process.exitCode = run();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

function run(): number {
  const now = new Date();
  const ledger = readLedger(path.join(ROOT, 'ledger'), {
    allowOrphans: true,
    requireHistory: values['require-history'],
  });
  if (ledger.history.state === 'unknown')
    process.stderr.write(`Not compared with what main had: ${ledger.history.why}.\n`);
  const plan = planOf(ledger, now);
  for (const draft of plan.drafts)
    process.stdout.write(
      `${draft.event.padEnd(9)}  ${draft.event === 'corrected' ? draft.erratum : draft.address}\n`,
    );
  const dry = values.list || values.check;
  if (!dry) append(ledger, plan, now);
  process.stdout.write(summary(plan, dry));
  return values.check && plan.drafts.length > 0 ? 1 : 0;
}

function planOf(ledger: Ledger, now: Date): Plan {
  if (withdraw.length > 0 && why !== undefined) return planWithdrawal(ledger, withdraw, why, now);
  const states = readStates(path.join(ROOT, '.generated/states'));
  const nowhere = moved.filter(({to}) => !ledger.subjects.has(to) && !hasPage(path.join(ROOT, 'build'), to));
  if (nowhere.length > 0)
    throw new Error(
      nowhere.map(({address, to}) => `--moved ${address}: the last build has no page ${to}.`).join('\n'),
    );
  return planPublication(ledger, states, now, {moved, ...(why === undefined ? {} : {why})});
}

function summary({drafts}: Plan, dry: boolean): string {
  if (drafts.length === 0) return 'The ledger has all that the last build shows.\n';
  return `${drafts.length} ${drafts.length === 1 ? 'entry' : 'entries'}${dry ? ' would be' : ''} appended to ledger/.\n`;
}
