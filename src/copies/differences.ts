import {diffArrays} from 'diff';
import {loosen} from './loose';
import type {Difference} from './model';
import type {Unit} from './units';

/**
 * The steps that differ between a revision and its copy, in the order of the copy. Steps that are alike but for names and
 * versions are held against each other, so that a renamed program does not look like steps that went and others that came.
 */
export function differences(was: readonly string[], is: readonly Unit[]): Difference[] {
  const found: Difference[] = [];
  let [before, after, removed] = [0, 0, 0];
  const changes = diffArrays(loosen(was), loosen(is.map(({text}) => text)));
  for (const {added, removed: isGone, count} of changes) {
    if (isGone) {
      removed = count;
      continue;
    }
    const old = was.slice(before, before + (added ? removed : 0));
    if (added) found.push(...pairs(old, is.slice(after, after + count)));
    else {
      found.push(...gone(was.slice(before, before + removed), is, after));
      before += removed;
      for (let at = 0; at < count; at++) found.push(...changed(was[before + at], is[after + at]));
    }
    before += added ? removed : count;
    after += count;
    removed = 0;
  }
  return [...found, ...gone(was.slice(before, before + removed), is, after)];
}

function changed(was: string | undefined, is: Unit | undefined): Difference[] {
  return was === undefined || is === undefined || was === is.text ? [] : [{line: is.line, was, is: is.text}];
}

/** Holds steps of the same instruction against each other. */
function pairs(was: readonly string[], is: readonly Unit[]): Difference[] {
  const left = [...was];
  const found = is.map(({line, text}): Difference => {
    const at = left.findIndex((one) => keywordOf(one) === keywordOf(text));
    return {line, was: at === -1 ? null : (left.splice(at, 1)[0] ?? null), is: text};
  });
  return [...found, ...left.map((text) => ({line: is.at(-1)?.line ?? 1, was: text, is: null}))];
}

/** Steps that the copy has nothing for, where they would stand. */
function gone(was: readonly string[], is: readonly Unit[], at: number): Difference[] {
  const line = is[at]?.line ?? (is.at(-1)?.line ?? 0) + 1;
  return was.map((text) => ({line, was: text, is: null}));
}

function keywordOf(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}
