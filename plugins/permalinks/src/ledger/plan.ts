import {ProblemsError, type Problem} from '../../../verified-examples/src/problems';
import {pack} from '../../../verified-examples/src/pages/publish/archive';
import {revisionAddress, shortAddress, type Published, type State} from '../model';
import {isSitePath} from './address';
import {sha256Of} from './blobs';
import {checkEntries} from './checkEntries';
import {checkStates} from './checkStates';
import type {Draft} from './entry';
import type {Ledger} from './readLedger';

/** What a person says beside the states. */
export interface Asked {
  /** Why the states before those that are new were left. */
  why?: string;
  /** Short addresses that lead elsewhere from now on, and where to. */
  moved?: readonly {address: string; to: string}[];
  /** Ids of all errata; those that the ledger has not are added. */
  errata?: readonly string[];
}

/** What would be appended. */
export interface Plan {
  drafts: Draft[];
  /** Contents that the entries name, by SHA-256. */
  blobs: Map<string, Uint8Array>;
}

const REMEDY =
  'A short address that is gone needs --moved /x/old=/x/new, or --withdraw ADDRESS --why TEXT for its revision.';

/**
 * Finds what the ledger does not have: new states, new proofs of known ones, states that came back. Pure.
 *
 * @param now - Moment of the entries
 * @throws ProblemsError with everything that keeps it from being published: an address that was used for something else or is
 *   gone, a withdrawn state that is shown again
 */
export function planPublication(
  ledger: Ledger,
  states: readonly State[],
  now: Date,
  asked: Asked = {},
): Plan {
  const {why, moved = [], errata = []} = asked;
  const problems: Problem[] = checkStates(states);
  if (problems.length > 0) throw new ProblemsError('Nothing is published', problems);
  const blobs = new Map<string, Uint8Array>();
  const drafts: Draft[] = states.flatMap((state) => draftOf(ledger, state, why, blobs));
  if (why !== undefined && !drafts.some((draft) => 'why' in draft))
    problems.push({
      file: '--why',
      message: 'it says why a state was left, and no state takes the place of another',
    });
  const known = new Set(
    ledger.entries.flatMap((entry) => (entry.event === 'corrected' ? [entry.erratum] : [])),
  );
  drafts.push(
    ...errata
      .filter((erratum) => !known.has(erratum))
      .map((erratum) => ({event: 'corrected' as const, erratum})),
    ...moved.map(({address, to}) => ({event: 'moved' as const, address, to})),
  );
  const missing = gone(ledger, states, moved);
  problems.push(
    ...states.flatMap((state) => shownAgain(ledger, state)),
    ...moved.flatMap((move) => checkMove(states, move)),
    ...missing,
    ...clash(ledger, drafts, now),
  );
  if (problems.length > 0)
    throw new ProblemsError('Nothing is published', problems, missing.length > 0 ? REMEDY : undefined);
  return {drafts, blobs};
}

/**
 * Says that revisions must not be relied on any more. Needs no build: it can't wait for one.
 *
 * @param addresses - Of revisions; a short address means its current one
 * @throws ProblemsError when an address was never published, or was withdrawn before
 */
export function planWithdrawal(ledger: Ledger, addresses: readonly string[], why: string, now: Date): Plan {
  const drafts = addresses.map((address) => ({
    event: 'withdrawn' as const,
    address: ledger.subjects.get(address)?.current.published.address ?? address,
    why,
  }));
  const problems = clash(ledger, drafts, now);
  if (problems.length > 0) throw new ProblemsError('Nothing is withdrawn', problems);
  return {drafts, blobs: new Map()};
}

function draftOf(ledger: Ledger, state: State, why: string | undefined, blobs: Plan['blobs']): Draft[] {
  const address = revisionAddress(state);
  const subject = ledger.subjects.get(shortAddress(state));
  const known = subject?.revisions.find(
    ({published}) => published.address === address && published.key === state.key,
  );
  const {provedAt} = state;
  const reason = why === undefined || subject === undefined ? {} : {why};
  if (known === undefined) return [{...publishedOf(state, blobs), ...reason}];
  if (known.withdrawn !== undefined) return [];
  if (subject?.current !== known) return [{event: 'proved', address, provedAt, ...reason}];
  return Date.parse(provedAt) > Math.max(...known.proofs.map((proof) => Date.parse(proof)))
    ? [{event: 'proved', address, provedAt}]
    : [];
}

function publishedOf(state: State, blobs: Plan['blobs']): Published {
  const keep = (bytes: Uint8Array): string => {
    const sha256 = sha256Of(bytes);
    blobs.set(sha256, bytes);
    return sha256;
  };
  const {key, title, page, example, provedAt, files, archives} = state;
  return {
    event: 'published',
    address: revisionAddress(state),
    ...{key, title, page, example, provedAt},
    files: Object.fromEntries(files.map(({path, bytes}) => [path, keep(bytes)])),
    archives: Object.fromEntries(
      archives.map(({path, files: packed}) => [
        path,
        {
          sha256: sha256Of(pack(packed)),
          files: Object.fromEntries(
            packed.map(({path: inner, bytes, executable}) => [inner, {sha256: keep(bytes), executable}]),
          ),
        },
      ]),
    ),
  };
}

function shownAgain({subjects}: Ledger, state: State): Problem[] {
  const {revisions = []} = subjects.get(shortAddress(state)) ?? {};
  const known = revisions.find(({published}) => published.key === state.key);
  if (known?.withdrawn === undefined) return [];
  const {on, why} = known.withdrawn;
  return [
    {
      file: revisionAddress(state),
      message: `it was withdrawn on ${on.slice(0, 10)} (${why}), and ${state.page} shows it again. Change what it shows`,
    },
  ];
}

function checkMove(states: readonly State[], {address, to}: {address: string; to: string}): Problem[] {
  const messages = [
    ...(states.some((state) => shortAddress(state) === address)
      ? ['the site shows it still; an address moves when its subject is gone']
      : []),
    ...(isSitePath(to) ? [] : [`"${to}" is no path of a page`]),
  ];
  return messages.map((message) => ({file: address, message}));
}

/** Short addresses that lead nowhere any more. A withdrawn revision says itself what became of it. */
function gone({subjects}: Ledger, states: readonly State[], moved: readonly {address: string}[]): Problem[] {
  const shown = new Set([...states.map(shortAddress), ...moved.map(({address}) => address)]);
  return [...subjects.values()].flatMap(({short, current, moved: before}) =>
    shown.has(short) || before !== undefined || current.withdrawn !== undefined
      ? []
      : [
          {
            file: short,
            message: `it was published (${current.published.address}), and the site has it no more`,
          },
        ],
  );
}

/** What {@link checkEntries} will find wrong with the new lines. */
function clash({entries}: Ledger, drafts: readonly Draft[], now: Date): Problem[] {
  const fresh = drafts.map((draft) => ({...draft, on: now.toISOString(), chain: ''}));
  return checkEntries([...entries, ...fresh], (index) => index + 1)
    .filter(({index}) => index >= entries.length)
    .map(({index, message}) => {
      const draft = drafts[index - entries.length];
      return {file: draft === undefined || draft.event === 'corrected' ? 'errata' : draft.address, message};
    });
}
