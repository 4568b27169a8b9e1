import {MANIFEST_FILE} from '../../example/collect/example';
import {ProblemsError} from '../../problems';
import {adaptedChange, adaptedIn} from '../views/adapted';
import {optionsIn, optionView} from '../views/options';
import {formatChange, symptomChange} from '../views/change';
import {standingsFor, worstState, type ViewContext} from '../views/context';
import {symptomsOf} from '../views/symptom';
import type {Proved} from './texts';

/**
 * The lines that fixes, adapted recipes and options of recipes change, from Dockerfiles and manifests.
 *
 * @throws ProblemsError with every `fix.shows` that no changed line contains
 */
export function changeTexts(context: ViewContext): Proved[] {
  const changed = symptomsOf(context).flatMap((symptom) => {
    const change = symptomChange(symptom, context);
    return change === undefined ? [] : [{symptom, ...change}];
  });
  const problems = changed.flatMap(({symptom: {example, twin}, changes}) =>
    (twin.fix.shows ?? [])
      .filter((part) => !changes.some(({lines}) => lines.some(({text}) => text.includes(part))))
      .map((part) => ({
        file: `${example.label}/${MANIFEST_FILE}`,
        message: `symptom ${twin.symptom}, fix.shows: the fix changes no line with "${part}"`,
      })),
  );
  if (problems.length > 0) throw new ProblemsError('Fixes do not change what is to be shown', problems);
  return [
    ...changed.map(({fix: {example, variant}, changes}) => ({example, variant, changes})),
    ...adaptedIn(context).map(({example, variant, recipe}) => ({
      ...{example, variant},
      changes: [adaptedChange(recipe, example, variant)],
    })),
    ...optionsIn(context).map((option) => ({...option, changes: [optionView(option, context).change]})),
  ].flatMap(({example, variant, changes}) => {
    const {state} = worstState(standingsFor(example, variant, context));
    return changes.map((change) => ({kind: 'code', text: formatChange(change), example: example.id, state}));
  });
}
