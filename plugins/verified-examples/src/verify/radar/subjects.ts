import {catalogue, findBase, SCRATCH} from '../../../../base-images/src/catalogue';
import type {CatalogueEntry} from '../../../../base-images/src/types';
import type {BaseUse, Proof} from '../../proof/model/receipt';

/** A base on a platform. */
export interface Needed {
  ref: string;
  platform: string;
}

/**
 * Every base that a registry is asked about: those that proofs need, and those of the catalogue on each of their platforms,
 * once each and sorted. A name with a digest can't move. Pure.
 */
export function registrySubjects(
  needed: readonly Needed[],
  entries: readonly CatalogueEntry[] = catalogue,
): Needed[] {
  const all = [
    ...needed,
    ...entries.flatMap(({ref, platforms}) => platforms.map((platform) => ({ref, platform}))),
  ];
  const distinct = new Map(all.map(({ref, platform}) => [`${ref} ${platform}`, {ref, platform}]));
  return [...distinct.entries()]
    .filter(([, {ref}]) => ref !== SCRATCH && !ref.includes('@'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, subject]) => subject);
}

/**
 * The content that proofs rest on, by `<canonical name> <platform>` of each rebuilt base; of several that of the newest
 * proof. Pure.
 */
export function provedContents(proofs: readonly Proof[]): Map<string, string> {
  const newest = [...proofs].sort((a, b) => (a.provedAt < b.provedAt ? -1 : 1));
  return new Map(
    newest.flatMap((proof) =>
      proof.bases
        .filter(({provenance}) => provenance === 'rebuilt')
        .map((base) => [rebuiltName(base, proof.platform), base.content] as const),
    ),
  );
}

/** The key of a rebuilt base, by any of its names. */
export function rebuiltName({ref, platform}: Pick<BaseUse, 'ref' | 'platform'>, proved: string): string {
  return `${findBase(ref)?.ref ?? ref} ${platform ?? proved}`;
}
