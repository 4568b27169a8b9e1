/**
 * How a fact of a proof may differ between two runs.
 * - `exact`: never; any difference fails.
 * - `drifting`: moves when upstream does; a difference is reported as *upstream moved*, and fails where the author pinned it.
 * - `incidental`: of that one run; not compared at all.
 */
type FactClass = 'exact' | 'drifting' | 'incidental';

/**
 * The one declaration of every fact's class, by path; `*` stands for one step. What is not listed is exact, so
 * that a fact added later is strict until someone decides otherwise.
 */
const CLASSES: readonly (readonly [pattern: string, factClass: FactClass])[] = [
  ['provedAt', 'incidental'],
  ['seal', 'incidental'],
  ['moved', 'incidental'],
  ['engine', 'incidental'],
  // Words on a page, which shows the manifest's and the catalogue's of today.
  ['scenarios.*.title', 'incidental'],
  ['bases.*.approximations', 'incidental'],
  // Compilers of one step speak in any order, and Podman tells of all steps; what must be in it is checked each time.
  ['build.output', 'incidental'],
  ['build.seconds', 'incidental'],
  ['build.cleanSeconds', 'incidental'],
  ['scenarios.*.seconds', 'incidental'],
  ['scenarios.*.dns.*.sourcePort', 'incidental'],
  ['bases.*.content', 'drifting'],
  ['image.size', 'drifting'],
  ['image.layers', 'drifting'],
  ['image.os', 'drifting'],
  ['image.libc.version', 'drifting'],
  ['image.caRoots', 'drifting'],
  ['image.timeZones', 'drifting'],
  ['image.packages', 'drifting'],
  ['image.binary.size', 'drifting'],
  ['image.binary.sha256', 'drifting'],
  ['image.binary.go.version', 'drifting'],
];

const MATCHERS = CLASSES.map(([pattern, factClass]) => ({steps: pattern.split('.'), factClass}));

/** Paths of the drifting facts of an inspection, as a manifest pins them. */
export const DRIFTING_OF_IMAGE: readonly string[] = CLASSES.flatMap(([pattern, factClass]) =>
  factClass === 'drifting' && pattern.startsWith('image.') ? [pattern.slice('image.'.length)] : [],
);

/** @param path - Steps from the proof to the fact; a class of a path holds for all below it */
export function classOf(path: readonly string[]): FactClass {
  const found = MATCHERS.find(({steps}) =>
    steps.every((step, index) => step === '*' || step === path[index]),
  );
  return found !== undefined && path.length >= found.steps.length ? found.factClass : 'exact';
}
