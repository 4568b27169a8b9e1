import type {Example} from '../../../example/collect/example';
import {analyseDockerfile} from '../../../example/collect/dockerfile';
import {suggest} from '../../../nearest';
import {cardView, fileOf, isText, textOf, type ShownFile} from '../../views/card';
import {readExample, readVariant} from '../common';
import {linesWith, nonEmpty, selectRegion, selectSymbol, SelectionError, type Range} from '../select';
import type {DirectiveRequest, Embed} from '../types';

const KINDS = ['stage', 'symbol', 'region'] as const;
type Kind = (typeof KINDS)[number];

interface Wanted {
  file: string | undefined;
  selection: {kind: Kind; name: string} | undefined;
  highlight: string | undefined;
}

/** `::example{id file stage|symbol|region highlight variant}`: a file of an example, or a part of it, with its proof. */
export async function exampleDirective(request: DirectiveRequest): Promise<Embed | undefined> {
  const {attributes, report, uid, context} = request;
  const example = readExample(request);
  const variant = readVariant(request, example);
  const wanted: Wanted = {
    file: attributes.optional('file'),
    selection: readSelection(request),
    highlight: attributes.optional('highlight'),
  };
  attributes.finish();
  if (example === undefined || variant === undefined) return undefined;
  const variants = variant.id === undefined ? Object.keys(example.manifest.variants) : [variant.id];
  const shown = new Map<string, ShownFile>();
  for (const id of variants) {
    const file = resolve(example, id, wanted, report);
    if (file === undefined) return undefined;
    shown.set(id, file);
  }
  const files = (id: string) => [shown.get(id)].filter((file) => file !== undefined);
  return {component: 'ExampleEmbed', view: await cardView({uid, example, variants, files}, context)};
}

function readSelection({attributes, report}: DirectiveRequest): Wanted['selection'] {
  const given = KINDS.flatMap((kind) => {
    const name = attributes.optional(kind);
    return name === undefined ? [] : [{kind, name}];
  });
  if (given.length > 1)
    report(`expected at most one of ${KINDS.join(', ')}, got ${given.map(({kind}) => kind).join(' and ')}`);
  return given[0];
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
    const selected = wanted.selection && rangeOf(wanted.selection, text);
    const range = selected ?? {from: 1, to: lines.length};
    nonEmpty(lines, range, path);
    return {
      path,
      selection: wanted.selection && {...wanted.selection, range},
      marked: wanted.highlight === undefined ? [] : linesWith(text, range, wanted.highlight),
    };
  } catch (error) {
    if (!(error instanceof SelectionError)) throw error;
    report(`${example.label}/${path}: ${error.message}`);
    return undefined;
  }
}

function rangeOf({kind, name}: {kind: Kind; name: string}, text: string): Range {
  if (kind === 'region') return selectRegion(text, name);
  if (kind === 'symbol') return selectSymbol(text, name);
  const {stages} = analyseDockerfile(text, {}, 'Dockerfile', []);
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage !== undefined) return {from: stage.start, to: stage.end};
  throw new SelectionError(
    `there is no stage "${name}"; ${suggest(
      name,
      stages.flatMap((one) => one.name ?? []),
    )}`,
  );
}
