import type {CopyRevision, CopyState} from '../../../../src/copies/model';
import {shortOf} from '../../../../src/copies/originLine';
import type {Entry, Moved, Published, Withdrawn} from '../model';
import {isDockerfileName} from './dockerfiles';

/** What is asked of the site beside its ledger. */
interface Asked {
  /** Text of a blob, by its SHA-256 in 64 hex digits. */
  textOf: (sha256: string) => string;
  /** Whether an example is a recipe: of two alike the recipe is named. */
  isRecipe: (example: string) => boolean;
}

const EXAMPLE = /^\/x\/[^@]+@/;

/**
 * The examples that the ledger has, as {@link CopyRevision}s, oldest first. Of an example the revision that was published last
 * is current.
 */
export function revisionsOf(entries: readonly Entry[], {textOf, isRecipe}: Asked): CopyRevision[] {
  const published = entries.filter(
    (entry): entry is Entry & Published => entry.event === 'published' && EXAMPLE.test(entry.address),
  );
  return published.map((entry): CopyRevision => {
    const {address, title, files} = entry;
    return {
      address,
      title,
      kind: isRecipe(shortOf(address).replace('/x/', '')) ? 'recipe' : 'example',
      state: stateOf(entry, published, entries),
      files: Object.entries(files)
        .map(([path, sha256]) => ({path: path.replace(/^\//, ''), sha256}))
        .filter(({path}) => isDockerfileName(path))
        .map((file) => ({...file, text: textOf(file.sha256)})),
    };
  });
}

function stateOf(
  {address}: Published,
  published: readonly (Entry & Published)[],
  entries: readonly Entry[],
): CopyState {
  const withdrawn = entries.findLast(
    (entry): entry is Entry & Withdrawn => entry.event === 'withdrawn' && entry.address === address,
  );
  if (withdrawn !== undefined) return {is: 'withdrawn', why: withdrawn.why};
  const short = shortOf(address);
  const moved = entries.findLast(
    (entry): entry is Entry & Moved => entry.event === 'moved' && entry.address === short,
  );
  if (moved !== undefined) return {is: 'moved', to: moved.to};
  const ofIt = published.filter((one) => shortOf(one.address) === short);
  const next = ofIt[ofIt.findIndex((one) => one.address === address) + 1];
  const last = ofIt.at(-1);
  if (next === undefined || last === undefined) return {is: 'current'};
  return {
    is: 'superseded',
    by: last.address,
    on: next.on.slice(0, 'YYYY-MM-DD'.length),
    why: next.why ?? null,
  };
}
