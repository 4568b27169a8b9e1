import type {CopyIndex} from '../model';
import type {Found} from './sentences';

/** @returns For programs: one object, with what the index knew */
export function jsonReport(found: readonly Found[], files: number, {asOf}: CopyIndex): string {
  const copies = found.map(({file, copy}) => ({file, ...copy}));
  return `${JSON.stringify({format: 1, index: {asOf}, files, copies}, null, 2)}\n`;
}
