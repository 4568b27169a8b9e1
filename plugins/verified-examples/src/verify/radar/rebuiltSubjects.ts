import {contentDigest} from '../../../../base-images/src/archive/makeArchive';
import {catalogue, SCRATCH} from '../../../../base-images/src/catalogue';
import type {Contents} from '../../../../base-images/src/radar/contents';
import {cachedPackages, type RebuiltSubject} from '../../../../base-images/src/radar/lookAtRebuilt';
import type {Radar} from '../../../../base-images/src/radar/model';
import {entryOf} from '../../../../base-images/src/radar/radarFile';
import type {Proof} from '../../proof/model/receipt';
import {provedContents} from './subjects';

interface Request {
  proofs: readonly Proof[];
  radar: Radar;
  /** Contents that are committed. */
  recorded: Contents;
  /** Where this machine keeps what it rebuilt. */
  cache: string;
}

/**
 * Every base of the catalogue with the content that counts: what proofs rest on, else what this machine rebuilt, else what
 * the last radar had. And the packages of those contents, as far as a record, an image or the cache has them: they are
 * known by their digest.
 */
export async function rebuiltSubjects({
  proofs,
  radar,
  recorded,
  cache,
}: Request): Promise<{subjects: RebuiltSubject[]; contents: Contents}> {
  const found = new Map(Object.entries(recorded));
  const record = (packages: Readonly<Record<string, string>>) => {
    const digest = contentDigest(packages);
    found.set(digest, packages);
    return digest;
  };
  for (const {image} of proofs) if (image !== null) record(image.packages);
  const proved = provedContents(proofs);
  const subjects: RebuiltSubject[] = [];
  for (const entry of catalogue.filter(({ref}) => ref !== SCRATCH)) {
    for (const platform of entry.platforms) {
      const packages = await cachedPackages(entry, platform, cache);
      const made = packages && record(packages);
      const last = entryOf(radar, {reference: entry.ref, platform, world: 'rebuilt'})?.pinned?.digest;
      const content = proved.get(`${entry.ref} ${platform}`) ?? made ?? last ?? null;
      subjects.push({entry, platform, content});
    }
  }
  const used = new Set(subjects.map(({content}) => content));
  return {subjects, contents: Object.fromEntries([...found].filter(([digest]) => used.has(digest)))};
}
