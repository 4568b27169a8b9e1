import type {MatrixCellView, MatrixGroupView} from '../../model/matrixViews';
import {formatTime} from './formatTime';

/**
 * Finds the cells of a row that read the same, so that a card tells them once.
 * @param cells One per column, null where nothing ran
 * @returns For each column the columns that its cell speaks for: itself and later ones; none where an earlier cell
 *   already speaks for it
 */
export function alike(
  cells: readonly (MatrixCellView | null)[],
  shows: MatrixGroupView['shows'],
): readonly (readonly number[])[] {
  const readings = cells.map((cell, index) => (cell === null ? `empty ${index}` : reading(cell, shows)));
  return readings.map((one, index) =>
    readings.indexOf(one) === index
      ? readings.flatMap((other, column) => (other === one ? [column] : []))
      : [],
  );
}

function reading(cell: MatrixCellView, shows: MatrixGroupView['shows']): string {
  return JSON.stringify(shows === 'trace' ? cell.words : [cell.ok, cell.words, formatTime(cell), cell.asked]);
}
