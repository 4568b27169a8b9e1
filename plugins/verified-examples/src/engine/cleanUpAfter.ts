import {messageOf} from '../messageOf';

/**
 * Runs work, then cleans up after it whatever happened. What went wrong first is thrown: an engine that died cannot be
 * cleaned up either, and that says nothing of why it died.
 *
 * @param onNote - Told when cleaning up fails after the work did; that error is not thrown
 */
export async function cleanUpAfter<T>(
  work: () => Promise<T>,
  cleanUp: () => Promise<void>,
  onNote: (line: string) => void,
): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await cleanUp().catch((second: unknown) => {
      if (messageOf(second) !== messageOf(error)) onNote(`Cleaning up failed too: ${messageOf(second)}`);
    });
    throw error;
  }
  await cleanUp();
  return result;
}
