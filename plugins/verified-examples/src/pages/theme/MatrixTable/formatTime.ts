import {formatLookupSeconds, formatSeconds} from '../../client/format/seconds';
import type {MatrixCellView} from '../../model/matrixViews';

/** What its lookups took, or else the whole run. */
export function formatTime({lookupSeconds, runSeconds}: MatrixCellView): string {
  return lookupSeconds === null ? formatSeconds(runSeconds) : formatLookupSeconds(lookupSeconds);
}
