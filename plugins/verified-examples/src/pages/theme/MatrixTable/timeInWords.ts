import {lookupSecondsInWords, secondsInWords} from '../../client/words/seconds';
import type {MatrixCellView} from '../../model/matrixViews';

/** What its lookups took, or else the whole run. */
export function timeInWords({lookupSeconds, runSeconds}: MatrixCellView): string {
  return lookupSeconds === null ? secondsInWords(runSeconds) : lookupSecondsInWords(lookupSeconds);
}
