import type {Engine} from '../engine/types';

/** Sweeps before the work and after it, and closes the engine whatever happens, also when sweeping is what fails. */
export async function withEngine<T>(
  engine: Pick<Engine, 'sweep' | 'close'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await engine.sweep();
    const result = await work().catch(async (error: unknown) => {
      // What went wrong first is what is reported; an engine that died can't be swept either.
      await engine.sweep().catch(() => undefined);
      throw error;
    });
    await engine.sweep();
    return result;
  } finally {
    await engine.close();
  }
}
