import {suggest} from '../../../nearest';
import {matrixView} from '../../views/matrix';
import {readExample} from '../common';
import type {DirectiveRequest, Embed} from '../types';

/** `::matrix{id group}`: scenarios of an example against its variants, or one group of them, from recorded runs. */
export function matrixDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context} = request;
  const example = readExample(request);
  const group = attributes.optional('group');
  attributes.finish();
  if (example === undefined) return undefined;
  const headings = example.manifest.matrix?.map(({heading}) => heading);
  if (headings === undefined) {
    report(`example "${example.id}" has no matrix`);
    return undefined;
  }
  const made = matrixView(example, context, group);
  if (made === undefined) {
    report(
      `the matrix of example "${example.id}" has no group "${group ?? ''}"; ${suggest(group ?? '', headings)}`,
    );
    return undefined;
  }
  if (made.unproved.length > 0) {
    report(
      `the matrix of example "${example.id}" has cells without a proved run: ${made.unproved.join(', ')}`,
    );
    return undefined;
  }
  return {component: 'MatrixEmbed', view: made.view};
}
