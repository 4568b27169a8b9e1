import {differences} from './differences';
import {featuresOf, isAlike, shared, type Features} from './likeness';
import type {Copy, CopyIndex, CopyState, Rule} from './model';
import {readIgnores} from './ignores';
import {readOriginLine, shortOf, type OriginLine} from './originLine';
import {readDockerfile, type Dockerfile} from './units';

type Revision = CopyIndex['revisions'][number];

/** A Dockerfile of a revision. */
interface Known {
  revision: Revision;
  path: string;
  sha256: string;
  units: string[];
  features: Features;
}

const ORDER: readonly CopyState['is'][] = ['current', 'superseded', 'moved', 'withdrawn'];

/** Finds which revision a Dockerfile descends from. */
export class Copies {
  private readonly known: Known[];

  /** @param sha256 - Gives 64 hex digits of a text as UTF-8 */
  constructor(
    private readonly index: CopyIndex,
    private readonly sha256: (text: string) => string,
  ) {
    const texts = (numbers: readonly number[]) => numbers.map((at) => index.lines[at] ?? '');
    const files = index.files.map(({sha256, units, comments}) => ({
      sha256,
      units: texts(units),
      features: featuresOf(texts(units), texts(comments)),
    }));
    this.known = index.revisions.flatMap((revision) =>
      revision.files.flatMap(({path, file}) => {
        const read = files[file];
        return read === undefined ? [] : [{revision, path, ...read}];
      }),
    );
  }

  /** @returns What the Dockerfile descends from; null: nothing of this guide, as far as can be said */
  find(text: string): Copy | null {
    const read = readDockerfile(text);
    const line = readOriginLine(text);
    const copy =
      (line === null ? null : this.byLine(line, read)) ?? this.byHash(text, read) ?? this.byLikeness(read);
    return copy === null ? null : {...copy, ignored: readIgnores(text).reasons.get(copy.rule) ?? null};
  }

  private byLine(origin: OriginLine, read: Dockerfile): Copy | null {
    const {address, sha256, line, rest} = origin;
    const named = this.known.filter(({revision}) => revision.address === address);
    const hashed = this.known.filter((known) => known.sha256 === sha256);
    const both = named.filter((known) => known.sha256 === sha256);
    const candidates = [both, named, hashed].find((some) => some.length > 0) ?? [];
    const found = nearest(candidates, read);
    if (found !== undefined) return this.describe(found, read, {foundBy: 'line', line, text: rest});
    const isOurs =
      address !== null && this.index.revisions.some((one) => shortOf(one.address) === shortOf(address));
    if (!isOurs) return null;
    return {
      rule: 'copy-unknown',
      foundBy: 'line',
      line,
      address,
      origin: null,
      same: this.hashes(rest).includes(sha256),
      differences: [],
      ignored: null,
    };
  }

  private byHash(text: string, read: Dockerfile): Copy | null {
    const hashes = this.hashes(text);
    const equal = this.known.filter(({sha256}) => hashes.includes(sha256));
    const found = nearest(equal, read);
    return found === undefined
      ? null
      : this.describe(found, read, {foundBy: 'hash', line: firstLine(read), text});
  }

  private byLikeness(read: Dockerfile): Copy | null {
    const own = featuresOf(
      read.units.map(({text}) => text),
      read.comments,
    );
    const alike = this.known.filter(({features}) => isAlike(features, own));
    // Of two that are about as near, it is from the one whose own words it has.
    const found = nearest(alike, read, ({features}) => shared(features.distinctive, own.distinctive));
    return found === undefined
      ? null
      : this.describe(found, read, {foundBy: 'likeness', line: firstLine(read), text: null});
  }

  private describe(
    {revision, path, sha256, units}: Known,
    read: Dockerfile,
    {foundBy, line, text}: {foundBy: Copy['foundBy']; line: number; text: string | null},
  ): Copy {
    const state = this.stateOf(revision, sha256);
    return {
      rule: `copy-${state.is}` satisfies Rule,
      foundBy,
      line,
      address: revision.address,
      origin: {title: revision.title, path, state},
      same: text !== null && this.hashes(text).includes(sha256),
      differences: differences(units, read.units),
      ignored: null,
    };
  }

  /** A Dockerfile that the current revision has unchanged is current, whatever else of the revision was superseded. */
  private stateOf({address, state}: Revision, sha256: string): CopyState {
    if (state.is !== 'superseded') return state;
    const goesOn = this.known.some(
      ({revision, ...known}) =>
        known.sha256 === sha256 &&
        revision.state.is === 'current' &&
        shortOf(revision.address) === shortOf(address),
    );
    return goesOn ? {is: 'current'} : state;
  }

  /** Of the text, and of the text with the line ends that were published. */
  private hashes(text: string): string[] {
    return [text, text.replaceAll('\r\n', '\n')].map(this.sha256);
  }
}

/** The one with the fewest edits; of equal ones what is current, then a recipe, then the newest. */
function nearest(
  candidates: readonly Known[],
  read: Dockerfile,
  credit: (known: Known) => number = () => 0,
): Known | undefined {
  const ranked = candidates.map((known, age) => ({
    known,
    rank: [
      differences(known.units, read.units).length - credit(known),
      ORDER.indexOf(known.revision.state.is),
      known.revision.kind === 'recipe' ? 0 : 1,
      -age,
    ],
  }));
  return ranked.sort((a, b) => compare(a.rank, b.rank))[0]?.known;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function firstLine({units}: Dockerfile): number {
  return units[0]?.line ?? 1;
}
