import {isIdiom} from './idioms';
import {loosen} from './loose';

/**
 * How many steps a shingle has. Measured on 680 recipes with two to six edits each, and on 700 public Dockerfiles: pairs find
 * 95 of 100 edited recipes, shingles of five steps 76, since a recipe has 10 to 22 steps. Neither finds a public one.
 */
const SHINGLE = 2;

/** The part of the shingles of a revision that its copy must have. */
const MIN_CONTAINED = 0.4;

/**
 * How many steps and sentences of a revision its copy must have that are no idioms. Many people write a Dockerfile for Go that
 * is, but for names, one of this guide's: what is usual proves nothing, however much of it there is.
 */
const MIN_DISTINCTIVE = 2;

/** What is compared of a Dockerfile to find what it is like. */
export interface Features {
  shingles: ReadonlySet<string>;
  /** Steps and sentences that are no idioms. */
  distinctive: ReadonlySet<string>;
}

/** @param comments - Sentences, as {@link readDockerfile} gives them */
export function featuresOf(units: readonly string[], comments: readonly string[]): Features {
  const loose = loosen(units);
  const starts = loose.slice(0, Math.max(0, loose.length - SHINGLE + 1));
  return {
    shingles: new Set(starts.map((_, at) => loose.slice(at, at + SHINGLE).join('\n'))),
    distinctive: new Set([...loose.filter((unit) => !isIdiom(unit)), ...comments.map((one) => `# ${one}`)]),
  };
}

/** @returns Whether so much of a revision is in another Dockerfile, and so much of its own, that it is a copy */
export function isAlike(revision: Features, other: Features): boolean {
  return (
    shared(revision.distinctive, other.distinctive) >= MIN_DISTINCTIVE &&
    shared(revision.shingles, other.shingles) >= MIN_CONTAINED * revision.shingles.size
  );
}

/** @returns How many the two have in common */
export function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((one) => others.has(one)).length;
}
