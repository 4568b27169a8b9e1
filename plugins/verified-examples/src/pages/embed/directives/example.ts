import {usedStages} from '../../../example/collect/dockerfile';
import type {Example} from '../../../example/collect/example';
import {scenariosOf} from '../../../example/model/variant';
import {suggest} from '../../../nearest';
import {cardView, fileOf, isText, textOf, type ShownFile} from '../../views/card';
import {readExample, readVariant} from '../common';
import {linesWith, nonEmpty, SelectionError, selectStage} from '../select';
import type {DirectiveRequest, Embed} from '../types';

interface Wanted {
  file: string | undefined;
  stage: string | undefined;
  highlight: string | undefined;
}

/** `::example{id file stage highlight variant}`: a file of an example, or a part of it, with its proof. */
export async function exampleDirective(request: DirectiveRequest): Promise<Embed | undefined> {
  const {attributes, report, uid, context} = request;
  const example = readExample(request);
  const variant = readVariant(request, example);
  const wanted: Wanted = {
    file: attributes.optional('file'),
    stage: attributes.optional('stage'),
    highlight: attributes.optional('highlight'),
  };
  attributes.finish();
  if (example === undefined || variant === undefined) return undefined;
  const all = Object.keys(example.manifest.variants);
  const built = all.filter((id) => isBuiltFrom(example, id, wanted));
  const variants = variant.id !== undefined ? [variant.id] : built.length > 0 ? built : all;
  const shown = new Map<string, ShownFile>();
  for (const id of variants) {
    const file = resolve(example, id, wanted, report);
    if (file === undefined) return undefined;
    shown.set(id, file);
  }
  const other = variants.find((id) => !built.includes(id));
  if (other !== undefined) {
    report(
      `the image of variant "${other}" is not built from ${wanted.stage ?? wanted.file ?? ''}, so its proof would be of something else; built from it: ${built.join(', ') || 'none'}`,
    );
    return undefined;
  }
  const files = (id: string) => [shown.get(id)].filter((file) => file !== undefined);
  return {component: 'ExampleEmbed', view: await cardView({uid, example, variants, files}, context)};
}

/** Facts beside a snippet are those of a variant that was built from it, or that was looked at with a tool from it. */
function isBuiltFrom(example: Example, id: string, {file, stage}: Wanted): boolean {
  const variant = example.variants[id];
  if (
    variant === undefined ||
    (file !== undefined && isDockerfile(example, file) && file !== variant.dockerfile)
  )
    return false;
  const tools = scenariosOf(example.manifest, id).flatMap(({look}) => look?.stage ?? []);
  const used = [variant.target, ...tools].flatMap((target) => usedStages(variant.dockerfileFacts, target));
  return stage === undefined || used.some(({name}) => name?.toLowerCase() === stage.toLowerCase());
}

function isDockerfile(example: Example, file: string): boolean {
  return Object.values(example.variants).some(({dockerfile}) => dockerfile === file);
}

function resolve(
  example: Example,
  variant: string,
  wanted: Wanted,
  report: (message: string) => void,
): ShownFile | undefined {
  const path = wanted.file ?? example.variants[variant]?.dockerfile ?? 'Dockerfile';
  const known = example.context.filter(isText).map((file) => file.path);
  if (!known.includes(path)) {
    report(`example "${example.id}" has no text file "${path}"; ${suggest(path, known)}`);
    return undefined;
  }
  const text = textOf(fileOf(example, path));
  const lines = text.split('\n');
  try {
    const {stage} = wanted;
    const range = stage === undefined ? {from: 1, to: lines.length} : selectStage(text, stage);
    nonEmpty(lines, range, path);
    return {
      path,
      stage: stage === undefined ? undefined : {name: stage, range},
      marked: wanted.highlight === undefined ? [] : linesWith(text, range, wanted.highlight),
    };
  } catch (error) {
    if (!(error instanceof SelectionError)) throw error;
    report(`${example.label}/${path}: ${error.message}`);
    return undefined;
  }
}
