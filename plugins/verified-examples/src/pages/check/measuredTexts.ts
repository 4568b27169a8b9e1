import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {Attributes} from '../embed/attributes';
import {measuredView} from '../embed/directives/measured';
import {labelOf} from '../../example/prose/parse';
import type {MeasuredView} from '../model/proseViews';
import type {ViewContext} from '../views/context';
import {measuredInProse} from '../views/prose';
import type {Proved} from './texts';

/** What the measured values of a page read, from the receipts as they are now. */
export function measuredTexts(tree: Root, context: ViewContext): Proved[] {
  const examples = new Map(context.collection.examples.map((example) => [example.id, example]));
  const texts: Proved[] = [];
  visit(tree, 'textDirective', (node) => {
    if (node.name !== 'measured') return;
    // What is wrong with a directive was reported when its page was compiled.
    const report = () => undefined;
    const attributes = new Attributes(node.attributes ?? {}, report);
    const view = measuredView({
      ...{attributes, label: labelOf(node), uid: '', context, siteDir: '', examples, report},
    });
    if (view !== undefined) texts.push(textOf(view));
  });
  return texts;
}

/** The same of the texts of symptoms. */
export function proseTexts(context: ViewContext): Proved[] {
  return measuredInProse(context).map(textOf);
}

function textOf({text, example, state}: MeasuredView): Proved {
  return {kind: 'measured', text, example: example ?? undefined, state};
}
