import path from 'node:path';
import type {Draft} from './entry';
import {hasPage} from './builtPages';
import {planPublication, planWithdrawal, type Plan} from './plan';
import {append} from './publish';
import {readLedger, type Ledger} from './readLedger';
import {readStates} from './states';

/** What `npm run publish-revisions` is asked for. */
export interface PublishCommand {
  /** Has `ledger/`, `.generated/states/` and `build/`. */
  siteDir: string;
  now: Date;
  /** Write nothing; and end with 1 if something would be appended. */
  dry: 'no' | 'list' | 'check';
  requireHistory: boolean;
  why: string | undefined;
  moved: readonly {address: string; to: string}[];
  /** If there is one, nothing else is appended, and `why` is given. */
  withdraw: readonly string[];
  print: (text: string) => void;
  warn: (text: string) => void;
}

/**
 * @returns The exit code
 * @throws Error when something is refused; nothing is written then
 */
export function publishCommand(command: PublishCommand): number {
  const {siteDir, now, dry, requireHistory, print, warn} = command;
  const ledger = readLedger(path.join(siteDir, 'ledger'), {allowOrphans: true, requireHistory});
  if (ledger.history.state === 'unknown') warn(`Not compared with what main had: ${ledger.history.why}.\n`);
  const plan = planOf(ledger, command);
  for (const draft of plan.drafts) print(`${describe(draft)}\n`);
  if (dry === 'no') append(ledger, plan, now);
  print(`${summary(plan, dry !== 'no')}\n`);
  return dry === 'check' && plan.drafts.length > 0 ? 1 : 0;
}

function planOf(ledger: Ledger, {siteDir, now, why, moved, withdraw}: PublishCommand): Plan {
  if (withdraw.length > 0 && why !== undefined) return planWithdrawal(ledger, withdraw, why, now);
  const states = readStates(path.join(siteDir, '.generated/states'));
  const nowhere = moved.filter(
    ({to}) => !ledger.subjects.has(to) && !hasPage(path.join(siteDir, 'build'), to),
  );
  if (nowhere.length > 0)
    throw new Error(
      nowhere.map(({address, to}) => `--moved ${address}: the last build has no page ${to}.`).join('\n'),
    );
  return planPublication(ledger, states, now, {moved, ...(why === undefined ? {} : {why})});
}

function describe(draft: Draft): string {
  const event = draft.event.padEnd(9);
  if (draft.event === 'corrected') return `${event}  ${draft.erratum}`;
  return `${event}  ${draft.address}${draft.event === 'moved' ? ` to ${draft.to}` : ''}`;
}

function summary({drafts}: Plan, dry: boolean): string {
  if (drafts.length === 0) return 'The ledger has all that the last build shows.';
  const entries = `${drafts.length} ${drafts.length === 1 ? 'entry' : 'entries'}`;
  return dry ? `${entries} would be appended to ledger/.` : `Appended ${entries} to ledger/; commit it.`;
}
