import {RECEIPTS} from '../../../../engine-words/src';
import {formatProblem, type Problem} from '../../problems';
import {FACTS_FOLDER} from '../bases/facts';
import {PUBLISHABLE, type Standing, type State} from './state';
import type {BrokenTwin} from './twins';

/** What the gate found, and the text that says so. */
interface Verdict {
  /** Offenders that stop a build; empty: the site may be built. */
  refusal: string | undefined;
  /** Publishable states that the site's settings speak about: text of those that are expired, of those that moved. */
  expired: string | undefined;
  moved: string | undefined;
}

/** Decides whether the site may be built, listing every offender with what to run. Pure. */
export function judge(standings: readonly Standing[], twins: readonly BrokenTwin[]): Verdict {
  const offenders = standings.filter(({state}) => !PUBLISHABLE.has(state));
  return {
    refusal: refusal(offenders, twins),
    expired: notice(standings, 'expired', 'no longer count as fresh', '--force'),
    moved: notice(standings, 'moved', 'were proved before upstream moved', '--update-pins --bases registry'),
  };
}

function refusal(offenders: readonly Standing[], twins: readonly BrokenTwin[]): string | undefined {
  if (offenders.length + twins.length === 0) return undefined;
  const broken = twins.filter((twin) => !restsOn(twin, offenders));
  const symptoms = new Set(broken.map(({symptom}) => symptom));
  const resting = new Set(twins.map(({symptom}) => symptom).filter((symptom) => !symptoms.has(symptom)));
  const toProve = offenders.filter(({crlf}) => crlf !== 'only');
  const ids = [
    ...new Set([...toProve.map(({example}) => example.id), ...broken.map(({example}) => example)]),
  ];
  const them = offenders.length === 1 ? 'it' : 'them';
  const said = [
    ...counted(offenders.length, 'proof is missing, stale or failed', 'proofs are missing, stale or failed'),
    ...counted(resting.size, `twin rests on ${them}`, `twins rest on ${them}`),
    ...counted(symptoms.size, 'twin does not hold', 'twins do not hold'),
  ];
  return [
    `The site can't be built: ${said.join('; ')}.`,
    ...listed(offenders),
    ...broken.map(({example, symptom, reason}) => `  twin ${symptom} of ${example}: ${reason}.`),
    ...(offenders.some(({crlf}) => crlf !== undefined) ? [RESTORE_LF] : []),
    ...(ids.length === 0
      ? []
      : [`Prove ${ids.length === 1 ? 'it' : 'them'} with: npm run verify ${ids.join(' ')}`]),
  ].join('\n');
}

/**
 * Git writes files anew only when they are not in its index (docs.github.com, "Configuring Git to handle line endings").
 * `.gitattributes` asks for LF.
 */
const RESTORE_LF =
  'Restore LF line ends, with everything committed, with: git rm -rq --cached . && git reset --hard';

/** Whether a twin lacks a run only because of a proof that is listed already. */
function restsOn({lacks}: BrokenTwin, offenders: readonly Standing[]): boolean {
  return offenders.some(
    ({example, variant}) => example.id === lacks?.example && (lacks.variant ?? variant) === variant,
  );
}

/** The text that stops a build for facts of bases; undefined: all are there and of the recipes of now. */
export function factsRefusal(problems: readonly string[]): string | undefined {
  if (problems.length === 0) return undefined;
  return [
    `The site can't be built: ${count(problems.length, 'file of facts', 'files of facts')} of base images cannot be used.`,
    ...problems.map((problem) => `  ${FACTS_FOLDER}/${problem}`),
    'Measure with: npm run bases -- --write, and for arm64: npm run bases -- --write --platform linux/arm64',
  ].join('\n');
}

/** The text that stops a build for options of recipes; undefined: each is its recipe with a few lines more. */
export function optionsRefusal(problems: readonly Problem[]): string | undefined {
  if (problems.length === 0) return undefined;
  return [
    `The site can't be built: ${count(problems.length, 'option is', 'options are')} not the recipe with a few lines more.`,
    ...problems.map((problem) => `  ${formatProblem(problem)}`),
    'Make the same change in the Dockerfiles of the options as in that of the recipe.',
  ].join('\n');
}

/** The text that stops a build for the words of engines; undefined: all were asked what is declared now. */
export function wordsRefusal(problems: readonly string[]): string | undefined {
  if (problems.length === 0) return undefined;
  return [
    `The site can't be built: ${count(problems.length, 'receipt', 'receipts')} of engines cannot be used.`,
    ...problems.map((problem) => `  ${RECEIPTS}/${problem}`),
    'Ask them again with: npm run engine-words -- ENGINE …',
  ].join('\n');
}

function notice(
  standings: readonly Standing[],
  state: State,
  phrase: string,
  flags: string,
): string | undefined {
  const concerned = standings.filter((standing) => standing.state === state);
  if (concerned.length === 0) return undefined;
  const ids = [...new Set(concerned.map(({example}) => example.id))];
  return [
    `${count(concerned.length, 'proof', 'proofs')} ${phrase}.`,
    ...listed(concerned),
    `Prove again with: npm run verify -- ${flags} ${ids.join(' ')}`,
  ].join('\n');
}

function listed(standings: readonly Standing[]): string[] {
  return standings.flatMap(({example, variant, platform, state, reasons}) =>
    reasons.map((reason) => `  ${example.label} (${variant}, ${platform}) ${state}: ${reason}`),
  );
}

function counted(number: number, one: string, many: string): string[] {
  return number === 0 ? [] : [count(number, one, many)];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
