import type {BuildRequest} from '../types';

/**
 * Which bases a build could not pull, from the line by which it says so: those whose digest or repository it names, all when
 * it names none. For messages: the name in the FROM, and what was pulled for it.
 */
export function unpulledBases(bases: BuildRequest['bases'], said: string): string {
  const all = Object.entries(bases);
  const named = all.filter(([, ref]) => marksOf(ref).some((mark) => said.includes(mark)));
  return (named.length > 0 ? named : all)
    .map(([name, ref]) => (name === ref ? name : `${name} (${ref})`))
    .join(', ');
}

/** In a reference, and in an address that the engine asks. */
function marksOf(ref: string): string[] {
  const [name = '', digest] = ref.split('@');
  const repository = name.slice(name.indexOf('/') + 1).replace(/:[^/]*$/, '');
  return [`/v2/${repository}/`, name, ...(digest === undefined ? [] : [digest])];
}
