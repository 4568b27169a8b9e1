import type {Example} from '../../example/collect/example';
import {analyseDockerfile} from '../../example/collect/dockerfile';
import {languageOf} from '../embed/highlight';
import {cut} from '../embed/select';
import {isText, textOf} from '../views/card';
import {standingsFor, worstState, type ViewContext} from '../views/context';
import type {Proved} from './texts';

/**
 * The files of an example, and their parts: the lines of a stage. Each counts as proved as the best of the example's
 * variants; a variant is as good as the worst of its platforms.
 */
export function fileTexts(example: Example, context: ViewContext): Proved[] {
  const states = Object.keys(example.manifest.variants).map(
    (variant) => worstState(standingsFor(example, variant, context)).state,
  );
  const texts = example.context.filter(isText).flatMap((file) => partsOf(file.path, textOf(file)));
  return texts.flatMap((text) =>
    [...new Set(states)].map((state) => ({kind: 'code' as const, text, example: example.id, state})),
  );
}

function partsOf(path: string, text: string): string[] {
  if (languageOf(path) !== 'docker') return [text];
  const {stages} = analyseDockerfile(text, {}, path, []);
  return [text, ...stages.map(({start, end}) => cut(text, {from: start, to: end}))];
}
