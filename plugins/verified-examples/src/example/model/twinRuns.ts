import type {Manifest} from './manifest';
import type {WrittenScenario} from './scenario';
import {BUILD, type Twin} from './twin';
import {buildOf, runsIn} from './variant';

/**
 * Variants in which a twin's failure is recorded: the one it names, or every one in which its scenario runs, or
 * whose build must fail.
 */
export function failingVariants(
  manifest: Manifest,
  {variant, fails}: Pick<Twin, 'variant' | 'fails'>,
): string[] {
  return meant(manifest, variant, (id) =>
    fails === BUILD ? buildOf(manifest, id) !== 'success' : runsIn(manifest, fails, id),
  );
}

interface Run {
  example: string;
  variant?: string | undefined;
  scenario: string;
}

/** The run of a twin's confirming command, and its near miss, with all that the manifest leaves out. */
export function confirmingRuns(
  example: string,
  {confirm, nearMiss}: Pick<Twin, 'confirm' | 'nearMiss'>,
): {confirm: Run; nearMiss: Run} {
  return {
    confirm: {...confirm, example: confirm.example ?? example},
    nearMiss: {
      example: nearMiss.example ?? confirm.example ?? example,
      variant: nearMiss.variant,
      scenario: nearMiss.scenario ?? confirm.scenario,
    },
  };
}

/** What a confirming command asks, whatever it is asked of: equal for runs of one command. */
export function askedBy({
  entrypoint,
  args,
  look,
}: Pick<WrittenScenario, 'entrypoint' | 'args' | 'look'>): string {
  return JSON.stringify(
    look === undefined
      ? {entrypoint, args}
      : {...look, take: look.take !== undefined, placeholders: undefined},
  );
}

/** Likewise of a fix or a confirming command, by the manifest of the example it is in. */
export function provingVariants(
  manifest: Manifest,
  {variant, scenario}: {variant?: string | undefined; scenario: string},
): string[] {
  return meant(manifest, variant, (id) =>
    scenario === BUILD ? buildOf(manifest, id) === 'success' : runsIn(manifest, scenario, id),
  );
}

function meant(manifest: Manifest, variant: string | undefined, fits: (id: string) => boolean): string[] {
  const candidates = Object.keys(manifest.variants).filter((id) => id === (variant ?? id));
  return candidates.filter(fits);
}
