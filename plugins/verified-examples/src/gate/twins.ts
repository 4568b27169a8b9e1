import type {Standing} from './state';

/** A twin whose fix still shows the symptom, or has no proof that it is gone. */
export interface BrokenTwin {
  example: string;
  symptom: string;
  reason: string;
}

/**
 * The other half of every twin: under its fix the symptom must be gone. Read from the fix's own proofs, so that
 * a page can never pair a failure with a fix that stopped helping.
 */
export function brokenTwins(standings: readonly Standing[]): BrokenTwin[] {
  const examples = new Map(standings.map(({example}) => [example.id, example]));
  return [...examples.values()].flatMap((example) =>
    example.manifest.twins.flatMap(({symptom, text, fix}) => {
      const fixes = standings.filter(
        (standing) =>
          standing.example.id === fix.example &&
          (fix.variant === undefined || standing.variant === fix.variant),
      );
      const runs = fixes.flatMap(({proof, variant}) =>
        (proof?.scenarios ?? [])
          .filter((run) => run.id === fix.scenario)
          .map((run) => ({variant, output: `${run.stdout}\n${run.stderr}`})),
      );
      const broken = (reason: string): BrokenTwin => ({example: example.id, symptom, reason});
      if (runs.length === 0)
        return [broken(`its fix ${fix.example} has no proved run of scenario ${fix.scenario}`)];
      return runs
        .filter((run) => run.output.includes(text))
        .map((run) => broken(`its fix ${fix.example} (${run.variant}) still prints ${JSON.stringify(text)}`));
    }),
  );
}
