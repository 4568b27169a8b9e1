import {cleanUpAfter} from '../engine/cleanUpAfter';
import type {Engine} from '../engine/types';

/**
 * Sweeps before the work and after it, and closes the engine whatever happens.
 *
 * @param onNote - Told, once each, of what failed after the error that is thrown
 */
export function withEngine<T>(
  engine: Pick<Engine, 'sweep' | 'close'>,
  work: () => Promise<T>,
  onNote: (line: string) => void,
): Promise<T> {
  const told = new Set<string>();
  const note = (line: string): void => {
    if (!told.has(line)) onNote(line);
    told.add(line);
  };
  const swept = async (): Promise<T> => {
    await engine.sweep();
    return cleanUpAfter(work, () => engine.sweep(), note);
  };
  return cleanUpAfter(swept, () => engine.close(), note);
}
