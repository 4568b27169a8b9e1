/** A base as it is named in a FROM, and how it is rebuilt where no registry answers. */
export interface CatalogueEntry {
  /** Canonical name, for example "golang:1.27-trixie". */
  ref: string;
  /** Other names of the very same image, for example "golang:1.27". */
  aliases: readonly string[];
  family: 'golang' | 'distroless' | 'debian' | 'alpine' | 'scratch';
  /** A builder downloads modules, so it may need the machine's own certificate authorities. */
  builder: boolean;
  platforms: readonly string[];
  /** How the rebuilt image is known to differ from the public one; empty: none known. */
  approximations: readonly string[];
  /**
   * What the rebuilt image is, where it was not made from the packages of the one it is named after, and so may not bear
   * that name on a page; undefined: it was.
   */
  standIn?: string;
}

/** What was put into a rebuilt base. */
export interface BaseReceipt {
  schema: 1;
  ref: string;
  platform: string;
  /** sha256: over the recipe, which is all committed text that decides what is built. */
  recipe: string;
  /** sha256: over the sorted `name version` lines of packages. */
  content: string;
  packages: Record<string, string>;
  /** What was checked against what, one sentence each. */
  checks: readonly string[];
  approximations: readonly string[];
}

export interface RebuiltBase {
  entry: CatalogueEntry;
  platform: string;
  recipe: string;
  /** A docker-archive tar that both `docker load` and `podman load` take. */
  archive: string;
  /** Name inside the archive: localhost/cgo-field-guide/base/<slug>:<recipe, 12 digits>-<image id, 12 digits>; other bytes never have the same name. */
  ref: string;
  /** Image id (digest of the config) in the archive. */
  imageId: string;
  receipt: BaseReceipt;
}

export interface RebuildOptions {
  platform: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** The machine cannot rebuild bases; the message says what is missing. */
export class CannotRebuildError extends Error {
  override readonly name = 'CannotRebuildError';
}
