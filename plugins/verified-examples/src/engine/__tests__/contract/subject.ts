import type {Engine} from '../../types';

/** The engine that a contract is checked on, once it is open. */
export interface Subject {
  name: Engine['name'];
  engine: () => Engine;
  /** Id the loaded test image must have. */
  imageId: () => string;
  /** Scratch directory. */
  directory: () => string;
}
