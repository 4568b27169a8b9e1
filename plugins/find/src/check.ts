import {Matcher} from '../../../src/find/matcher';
import type {Pattern} from '../../../src/find/model';
import type {Problem} from '../../verified-examples/src/problems';
import type {Recorded} from './catalogue';
import type {Placed, Written} from './written';

/**
 * Holds every pattern against what the runs of all symptoms printed: one that was not only seen elsewhere has to match its
 * own symptom's, and none that is certain may match another's, unless the two are mistaken for each other.
 */
export function reportMistaken(
  symptoms: readonly Recorded[],
  patterns: readonly Pattern[],
  {patterns: placed, consequences}: Written,
  problems: Problem[],
): void {
  const report = ({file, line, column}: Placed, message: string) =>
    problems.push({file, line, column, message});
  for (const one of placed) {
    const {pattern, seen} = one;
    const symptom = symptoms.find(({id}) => id === pattern.symptom);
    if (symptom === undefined || seen !== undefined) continue;
    const matcher = new Matcher([{...pattern, guess: false}]);
    if ([symptom.text, ...symptom.outputs].every((text) => matcher.find(text).length === 0))
      report(
        one,
        `${pattern.symptom}: "${pattern.text}" matches nothing that its own runs printed; say where it was seen`,
      );
  }
  const allowed = together(symptoms, consequences);
  // What else a run printed may well be another symptom; the line with its text is its own.
  const lines = symptoms.map(({id, text, outputs}) => ({
    id,
    own: [
      ...new Set([
        text,
        ...outputs.flatMap((output) => output.split('\n').filter((line) => line.includes(text))),
      ]),
    ],
  }));
  for (const pattern of patterns.filter(({guess}) => guess !== true)) {
    const matcher = new Matcher([pattern]);
    const answers = [pattern.symptom, ...(pattern.also ?? []).map(({symptom}) => symptom)];
    for (const {id, own} of lines) {
      if (answers.some((one) => one === id || allowed(one, id))) continue;
      const line = own.find((text) => matcher.find(text).length > 0);
      if (line === undefined) continue;
      const message = `${pattern.symptom}: "${pattern.text}" matches what ${id} prints: ${JSON.stringify(line)}; narrow it, or list ${id} under "also"`;
      const at = placed.find(
        (one) => one.pattern.symptom === pattern.symptom && one.pattern.text === pattern.text,
      );
      if (at === undefined) problems.push({file: 'examples', message});
      else report(at, message);
    }
  }
}

/** Whether one may stand for the other: each is said to be mistaken for it, or comes of it. */
function together(
  symptoms: readonly Recorded[],
  consequences: Written['consequences'],
): (a: string, b: string) => boolean {
  const pairs = new Set(
    symptoms.flatMap(({id, twin}) => [
      ...(twin?.mistakenFor ?? []).map(({symptom}) => `${id} ${symptom}`),
      ...(consequences[id] ?? []).map((cause) => `${id} ${cause}`),
    ]),
  );
  return (a, b) => pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`);
}
