import {ProblemsError} from '../../problems';
import {formatChange, symptomChange} from '../views/change';
import {worstState, type ViewContext} from '../views/context';
import {symptomsOf} from '../views/symptom';
import type {Proved} from './texts';

/**
 * The lines that fixes change, from Dockerfiles and manifests.
 *
 * @throws ProblemsError with every `fix.shows` that no changed line contains
 */
export function changeTexts(context: ViewContext): Proved[] {
  const {standings} = context.collection;
  const changed = symptomsOf(context).map((symptom) => ({symptom, changes: symptomChange(symptom, context)}));
  const problems = changed.flatMap(({symptom: {example, twin}, changes}) =>
    (twin.fix.shows ?? [])
      .filter((part) => !changes.some(({lines}) => lines.some(({text}) => text.includes(part))))
      .map((part) => ({
        file: `${example.label}/example.yaml`,
        message: `symptom ${twin.symptom}, fix.shows: the fix changes no line with "${part}"`,
      })),
  );
  if (problems.length > 0) throw new ProblemsError('Fixes do not change what is to be shown', problems);
  return changed.flatMap(({symptom: {twin}, changes}) => {
    const {state} = worstState(standings.filter(({example}) => example.id === twin.fix.example));
    return changes.map((change) => ({
      kind: 'code' as const,
      text: formatChange(change),
      example: twin.fix.example,
      state,
    }));
  });
}
