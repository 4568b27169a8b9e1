/** What became of a revision. */
export type CopyState =
  | {is: 'current'}
  | {
      is: 'superseded';
      /** Address of the revision that is current instead. */
      by: string;
      /** Day, `2026-12-01`. */
      on: string;
      /** Where somebody said why. */
      why: string | null;
    }
  | {
      is: 'moved';
      /** Site path that its short address leads to now. */
      to: string;
    }
  | {is: 'withdrawn'; why: string};

/** A published revision of an example, for {@link copyIndex}. */
export interface CopyRevision {
  /** `/x/<id>@<12 hex>`. */
  address: string;
  title: string;
  kind: 'recipe' | 'example';
  state: CopyState;
  /** Its Dockerfiles. */
  files: {
    /** Below the address, for example `Dockerfile` or `cross.Dockerfile`. */
    path: string;
    /** 64 hex digits, of the bytes. */
    sha256: string;
    text: string;
  }[];
}

/** What copies are found by, as JSON. Texts and files that revisions share are in it once. */
export interface CopyIndex {
  format: 1;
  /** Day of the newest revision, `2026-12-01`; null: there is none. */
  asOf: string | null;
  /** Steps and sentences of Dockerfiles. */
  lines: string[];
  /** `units` and `comments` count in `lines`, from 0. */
  files: {sha256: string; units: number[]; comments: number[]}[];
  /** `file` counts in `files`, from 0. Oldest first. */
  revisions: {
    address: string;
    title: string;
    kind: 'recipe' | 'example';
    state: CopyState;
    files: {path: string; file: number}[];
  }[];
}

/** What can be said of a copy; each is also what an `ignore` names. */
export const RULES = {
  'copy-current': 'A copy of a revision that is current',
  'copy-superseded': 'A copy of a revision that was superseded',
  'copy-moved': 'A copy of an example whose address leads elsewhere now',
  'copy-withdrawn': 'A copy of a revision that was withdrawn',
  'copy-unknown': 'A copy of a revision that the index does not have',
} as const;

export type Rule = keyof typeof RULES;

/** A step that the copy has and the revision has not (`was` is null), the other way round (`is` is null), or another one. */
export interface Difference {
  /** Of the copy; where the step would stand, if the copy has none. Counts from 1. */
  line: number;
  was: string | null;
  is: string | null;
}

/** A Dockerfile that descends from a revision. */
export interface Copy {
  rule: Rule;
  /** Its comment line, the hash of the whole file, or that it is alike. */
  foundBy: 'line' | 'hash' | 'likeness';
  /** Where the comment line stands, otherwise the first step. */
  line: number;
  /** Of the revision. */
  address: string;
  /** Null: the index does not have the revision. */
  origin: {title: string; path: string; state: CopyState} | null;
  /** Whether the bytes are those that were published, but for the comment line. */
  same: boolean;
  /** How many steps were changed, added or taken away. Comments and layout do not count. */
  differences: Difference[];
  /** Why the copy is to be left alone, from its `ignore`. */
  ignored: string | null;
}
