import type {Proof} from '../model/receipt';
import {BUILD, type Twin} from '../../example/model/twin';
import {confirmingRuns} from '../../example/model/twinRuns';
import type {Standing} from './state';

/** A twin whose failure, confirmation or fix is not what its page would say. */
export interface BrokenTwin {
  example: string;
  symptom: string;
  reason: string;
  /** The runs that no proof holds, where that is the reason. */
  lacks?: {example: string; variant: string | undefined};
}

/**
 * All that a symptom's page says of runs: the failure prints the text, the fix does not, the confirming command has run, and
 * comes out otherwise on its near miss. Read from the proofs themselves, so that a page can never pair a failure with a fix that stopped helping.
 */
export function brokenTwins(standings: readonly Standing[]): BrokenTwin[] {
  const byExample = groupedByExample(standings);
  return [...byExample.values()].flatMap(([{example}]) =>
    example.manifest.twins.flatMap((twin) =>
      reasonsOf(example.id, twin, byExample).map((reason) => ({
        example: example.id,
        symptom: twin.symptom,
        ...reason,
      })),
    ),
  );
}

/** At least one standing for each example. */
type ByExample = ReadonlyMap<string, readonly [Standing, ...Standing[]]>;

function groupedByExample(standings: readonly Standing[]): ByExample {
  const groups = new Map<string, [Standing, ...Standing[]]>();
  for (const standing of standings) {
    const group = groups.get(standing.example.id);
    if (group === undefined) groups.set(standing.example.id, [standing]);
    else group.push(standing);
  }
  return groups;
}

type Reason = Pick<BrokenTwin, 'reason' | 'lacks'>;

function reasonsOf(example: string, twin: Twin, standings: ByExample): Reason[] {
  const {fix, text, variant} = twin;
  const quoted = JSON.stringify(text);
  const {confirm, nearMiss} = confirmingRuns(example, twin);
  const fails = recorded(standings, {example, variant, scenario: twin.fails}, 'failure');
  const confirms = recorded(standings, confirm, 'success');
  const misses = recorded(standings, nearMiss, 'success');
  const fixes = recorded(standings, fix, 'success');
  return [
    ...(fails.length === 0 ? [unproved('failure', {example, variant, scenario: twin.fails})] : []),
    ...fails
      .filter(({output}) => !output.includes(text))
      .map((run) => ({reason: `its failure ${example} (${run.variant}) does not print ${quoted}`})),
    ...(confirms.length === 0 ? [unproved('confirm', confirm)] : []),
    ...(misses.length === 0 ? [unproved('near miss', nearMiss)] : []),
    ...misses
      .filter((miss) => confirms.some((run) => run.exit === miss.exit && run.output === miss.output))
      .map((miss) => ({
        reason: `its near miss ${nearMiss.example} (${miss.variant}) comes out as its confirm does`,
      })),
    ...(fixes.length === 0 ? [unproved('fix', fix)] : []),
    ...fixes
      .filter(({output}) => output.includes(text))
      .map((run) => ({reason: `its fix ${fix.example} (${run.variant}) still prints ${quoted}`})),
  ];
}

interface Run {
  example: string;
  variant?: string | undefined;
  scenario: string;
}

function unproved(half: string, {example, variant, scenario}: Run): Reason {
  const reason =
    scenario === BUILD
      ? `its ${half} ${example} has no proved build that ${half === 'failure' ? 'fails' : 'succeeds'}`
      : `its ${half} ${example} has no proved run of scenario ${scenario}`;
  return {reason, lacks: {example, variant}};
}

/** What was printed where a twin points at: by a scenario, or by a build of that outcome. */
function recorded(
  standings: ByExample,
  {example, variant, scenario}: Run,
  outcome: Proof['build']['outcome'],
): {variant: string; output: string; exit: number}[] {
  return (standings.get(example) ?? [])
    .filter((standing) => (variant ?? standing.variant) === standing.variant)
    .flatMap(({proof, variant: id}) => {
      if (scenario === BUILD)
        return proof?.build.outcome === outcome ? [{variant: id, output: proof.build.output, exit: 1}] : [];
      return (proof?.scenarios ?? [])
        .filter((run) => run.id === scenario)
        .map((run) => ({variant: id, output: `${run.stdout}\n${run.stderr}`, exit: run.exit}));
    });
}
