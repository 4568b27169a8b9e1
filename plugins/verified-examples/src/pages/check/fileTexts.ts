import type {Example} from '../../example/collect/example';
import {analyseDockerfile} from '../../example/collect/dockerfile';
import {languageOf} from '../embed/highlight';
import {cut, regionsIn, symbolsIn, type Range} from '../embed/select';
import {isText, textOf} from '../views/card';
import {standingsFor, worstState, type ViewContext} from '../views/context';
import type {Proved} from './texts';

/**
 * The files of an example, and their parts: whole lines of a stage, a region or a declaration. Each counts as proved as the
 * best of the example's variants; a variant is as good as the worst of its platforms.
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
  const ranges: Range[] = [...regionsIn(text)];
  const language = languageOf(path);
  if (language === 'go') ranges.push(...symbolsIn(text));
  if (language === 'docker')
    ranges.push(
      ...analyseDockerfile(text, {}, path, []).stages.map(({start, end}) => ({from: start, to: end})),
    );
  return [text, ...ranges.map((range) => cut(text, range))];
}
