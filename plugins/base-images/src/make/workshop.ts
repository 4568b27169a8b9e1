import type {Platform} from '../recipe/platform';

/** What every maker of a layer needs. */
export interface Workshop {
  /** Directory that keeps downloads, layers and archives between runs. */
  cache: string;
  platform: Platform;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** What is in a layer, beside its bytes. */
export interface LayerFacts {
  /** Package name to version. */
  packages: Record<string, string>;
  /** What was checked against what, one sentence each. */
  checks: string[];
}

export const NO_FACTS: LayerFacts = {packages: {}, checks: []};
