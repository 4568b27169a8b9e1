import {diffArrays} from 'diff';
import type {Difference} from './model';
import type {Unit} from './units';

/** The steps that differ between a revision and its copy. A step that stands where another stood counts once. */
export function differences(was: readonly string[], is: readonly Unit[]): Difference[] {
  const found: Difference[] = [];
  let removed: string[] = [];
  let at = 0;
  const lineAt = (index: number) => is[index]?.line ?? (is.at(-1)?.line ?? 0) + 1;
  const keepRemoved = () => {
    found.push(...removed.map((text) => ({line: lineAt(at), was: text, is: null})));
    removed = [];
  };
  for (const change of diffArrays(
    was as string[],
    is.map(({text}) => text),
  )) {
    if (change.removed) removed = change.value;
    else if (change.added) {
      for (const text of change.value) {
        found.push({line: lineAt(at), was: removed.shift() ?? null, is: text});
        at++;
      }
      keepRemoved();
    } else {
      keepRemoved();
      at += change.value.length;
    }
  }
  keepRemoved();
  return found;
}
