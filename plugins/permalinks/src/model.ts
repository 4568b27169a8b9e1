/** What has permanent addresses, by their letter: a symptom, an example, a measured value, a guide. */
export const KINDS = {s: 'symptom', x: 'example', c: 'claim', g: 'guide'} as const;

export type Kind = keyof typeof KINDS;

/** One file of a revision, served at the revision's address and `path`. */
export interface StateFile {
  /** `.html`, `.md`, `.txt`, `.json`; or a path below, for example `/Dockerfile`, `/reproduce.sh`, `/runs/starts.txt`. */
  path: string;
  bytes: Uint8Array;
}

/** A ZIP of a revision. Kept as the files in it, so that the ledger holds plain text; packing them again gives equal bytes. */
export interface StateArchive {
  /** For example `/pure-go-static.zip`. */
  path: string;
  files: {path: string; bytes: Uint8Array; executable: boolean}[];
}

/** Something that can be cited, as the site shows it now. Its revision has the address `/<kind>/<id>@<12 hex of key>`. */
export interface State {
  kind: Kind;
  /** Lower case letters, digits, `-` and `.`. */
  id: string;
  /** SHA-256 in 64 hex digits over all that is shown, but for dates and what no two runs print alike. */
  key: string;
  title: string;
  /** Site path of the page that shows it now. */
  page: string;
  /** Id of the example that proves it; null: several or none. The feeds of an example follow it. */
  example: string | null;
  /** When it was proved, ISO 8601 in UTC: the oldest of its proofs. */
  provedAt: string;
  /** `.html` has {@link NOTICE} where what became of the revision is said. */
  files: StateFile[];
  archives: StateArchive[];
}

/** Stands in the HTML of a revision where its successor, or why it was withdrawn, is told at build. */
export const NOTICE = '<!-- notice -->';

/** @returns The permanent address of what is shown, a site path, for example `/s/exec-not-found` */
export function shortAddress({kind, id}: Pick<State, 'kind' | 'id'>): string {
  return `/${kind}/${id}`;
}

/** @returns The address of exactly this state, for example `/s/exec-not-found@72f2041a66f1` */
export function revisionAddress(state: Pick<State, 'kind' | 'id' | 'key'>): string {
  return `${shortAddress(state)}@${state.key.slice(0, 12)}`;
}

/** An entry of the ledger: a line of JSON. `chain` is the SHA-256 of the chain before it and the line without `chain`. */
export type Entry = {on: string; chain: string} & (Published | Proved | Withdrawn | Moved | Corrected);

/** A state got an address. */
export interface Published {
  event: 'published';
  address: string;
  key: string;
  title: string;
  page: string;
  example: string | null;
  provedAt: string;
  /** SHA-256 of each file, by path. */
  files: Record<string, string>;
  /** By path: SHA-256 of the ZIP, and of each file in it with whether it is executable. */
  archives: Record<string, {sha256: string; files: Record<string, {sha256: string; executable: boolean}>}>;
  /** Why the state before it was left, where somebody said so. */
  why?: string;
}

/** The same was proved again. Of a state that another had taken the place of: it is the current one again. */
export interface Proved {
  event: 'proved';
  address: string;
  provedAt: string;
  /** Why the state before it was left, where this one came back and somebody said so. */
  why?: string;
}

/** It must not be relied on any more; the address says why. */
export interface Withdrawn {
  event: 'withdrawn';
  address: string;
  why: string;
}

/** A short address leads elsewhere from now on: its example was renamed or is gone. */
export interface Moved {
  event: 'moved';
  address: string;
  /** Site path. */
  to: string;
}

/** A sentence was wrong. */
export interface Corrected {
  event: 'corrected';
  /** Id of the entry of errata.yaml. */
  erratum: string;
}

/** What a page can be cited by; it stands in its HTML as `<script type="application/json" id="citation">`. */
export interface PageCitation {
  /** Of the whole page. */
  page: Citation;
  /** Of its measured values, by `data-claim`. */
  claims: Record<string, Citation>;
}

export interface Citation {
  /** The error text, the title, or the sentence with the value. */
  title: string;
  kind: Kind;
  /** Site path of the revision; a heading or run of the page has its own id behind it. */
  address: string;
  /** 64 hex digits. */
  key: string;
  provedAt: string;
  /** What proved it, in words: "exec-not-found, runs starts and starts-static". */
  provedBy: string;
  /** For example "alpine:3.23 (rebuilt)". */
  bases: string[];
  /** Of the Dockerfile or the page's source, `swh:1:cnt:…`; null: there is no one file. */
  swhid: string | null;
}
