import type {Engine} from '../engine/types';
import type {BaseUse} from '../proof/model/receipt';
import type {BuildTurns} from './buildTurns';

/** What all proofs of one run of the verifier share. */
export interface Session {
  engine: Engine;
  /** Temporary folder of this run; removed at its end, unless something failed. */
  folder: string;
  signal: AbortSignal;
  /** By platform, then by image name as in a FROM. */
  bases: ReadonlyMap<string, ReadonlyMap<string, PreparedBase>>;
  /** Image of the lab, when a scenario needs it. */
  labImage: string | undefined;
  /** Images whose tools look at others, by name as in a FROM. */
  tools: ReadonlyMap<string, string>;
  /** BuildKit builder by name. */
  builder: string | undefined;
  /** Never take a layer from the engine's cache. */
  noCache: boolean;
  /** Every build waits for its turn. */
  turns: BuildTurns;
  /** Build a second time, clean, to see whether the program comes out the same. */
  reproduce: boolean;
}

/** A base that the engine can build from. */
export interface PreparedBase {
  /** What stands for the name in a build: local name, or name with digest. */
  engineRef: string;
  use: BaseUse;
}
