import {symptomProse} from '../../example/prose/check';
import {measurementsIn, parseProse, type Measurement, type ProseNode} from '../../example/prose/parse';
import {ProblemsError, type Problem} from '../../problems';
import {Attributes} from '../embed/attributes';
import {measuredView} from '../embed/directives/measured';
import type {ProseView} from '../model/symptomViews';
import type {MeasuredView} from '../model/proseViews';
import type {ViewContext} from './context';

/**
 * Reads Markdown of a manifest and the values that it names.
 *
 * @throws Error for a value that no receipt has; {@link measuredInProse} tells all of them
 */
export function proseView(markdown: string, context: ViewContext): ProseView {
  return parseProse(markdown).prose.map((paragraph) => paragraph.map((node) => withValue(node, context)));
}

function withValue(node: ProseNode, context: ViewContext): ProseNode<MeasuredView> {
  if (node.kind === 'link')
    return {...node, children: node.children.map((child) => withValue(child, context))};
  if (node.kind !== 'measured') return node;
  const problems: string[] = [];
  const value = read(node.value, context, problems);
  if (value === undefined) throw new Error(problems.join('; '));
  return {kind: 'measured', value};
}

/**
 * The measured values in the texts of all symptoms.
 *
 * @throws ProblemsError with every one that no receipt has
 */
export function measuredInProse(context: ViewContext): MeasuredView[] {
  const problems: Problem[] = [];
  const views = symptomProse(context.collection.examples).flatMap(({file, place, text}) =>
    measurementsIn(text).flatMap((measurement) => {
      const wrong: string[] = [];
      const view = read(measurement, context, wrong);
      problems.push(...wrong.map((problem) => ({file, message: `${place}: ${problem}`})));
      return view ?? [];
    }),
  );
  if (problems.length > 0) throw new ProblemsError("Values in the texts of symptoms can't be read", problems);
  return views;
}

function read({label, attributes}: Measurement, context: ViewContext, problems: string[]) {
  const report = (problem: string) => {
    problems.push(problem);
  };
  const examples = new Map(context.collection.examples.map((example) => [example.id, example]));
  const view = measuredView({
    attributes: new Attributes(attributes, report),
    ...{label, uid: '', context, siteDir: '', examples, report},
  });
  return problems.length === 0 ? view : undefined;
}
