import type {Inspection} from '../model/inspection';
import {suggest} from '../../nearest';
import {DRIFTING_OF_IMAGE} from '../receipt/facts';
import type {Mismatch} from './text';

/** Checks that each of the manifest's `pin` names a fact that was measured: one that names none could never fail. */
export function checkPins(pins: readonly string[], inspection: Inspection): Mismatch[] {
  const measured = new Set(pathsOf(inspection));
  return pins
    .filter((pin) => !measured.has(pin))
    .map((pin) => ({
      what: `pin ${pin}`,
      expected: 'a fact of the inspection',
      got: `no such fact; ${suggest(pin, DRIFTING_OF_IMAGE)}`,
    }));
}

/** Every path, as comparing two proofs joins them: steps may have dots in them, as names of packages do. */
function pathsOf(value: unknown, path: readonly string[] = []): string[] {
  const own = path.length === 0 ? [] : [path.join('.')];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([step, inner]) => pathsOf(inner, [...path, step]))];
}
