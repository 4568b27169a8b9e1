import type {CopyRevision, CopyState} from '../../../../src/copies/model';
import {shortOf} from '../ledger/address';
import {subjectsOf} from '../ledger/subjects';
import type {Entry, Published} from '../model';
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
 * The examples that the ledger has, as {@link CopyRevision}s, oldest first. Of an example the revision that was published or
 * proved last is current.
 */
export function revisionsOf(entries: readonly Entry[], {textOf, isRecipe}: Asked): CopyRevision[] {
  const published = entries.filter(
    (entry): entry is Entry & Published => entry.event === 'published' && EXAMPLE.test(entry.address),
  );
  const subjects = subjectsOf(entries);
  return published.map((entry): CopyRevision => {
    const {address, title, files} = entry;
    return {
      address,
      title,
      kind: isRecipe(shortOf(address).replace('/x/', '')) ? 'recipe' : 'example',
      state: stateOf(entry, subjects),
      files: Object.entries(files)
        .map(([path, sha256]) => ({path: path.replace(/^\//, ''), sha256}))
        .filter(({path}) => isDockerfileName(path))
        .map((file) => ({...file, text: textOf(file.sha256)})),
    };
  });
}

function stateOf({address}: Published, subjects: ReturnType<typeof subjectsOf>): CopyState {
  const subject = subjects.get(shortOf(address));
  const revision = subject?.revisions.find(({published}) => published.address === address);
  if (subject === undefined || revision === undefined) throw new Error(`${address} was not published`);
  const {withdrawn, superseded} = revision;
  if (withdrawn !== undefined) return {is: 'withdrawn', why: withdrawn.why};
  if (subject.moved !== undefined) return {is: 'moved', to: subject.moved.to};
  if (superseded === undefined) return {is: 'current'};
  return {
    is: 'superseded',
    by: subject.current.published.address,
    on: superseded.on.slice(0, 'YYYY-MM-DD'.length),
    why: superseded.why ?? null,
  };
}
