import type {Engine} from '../types';

export interface StrategyContext {
  /** Directory of this project's caches; engines of the project live below it. */
  cacheDir: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** One way to come to an engine. */
export interface Strategy {
  engine: Engine['name'];
  /** For messages: "your docker", for example. */
  title: string;
  /** Rejects with the reason in words why it does not work here. */
  open: (context: StrategyContext) => Promise<Engine>;
}
