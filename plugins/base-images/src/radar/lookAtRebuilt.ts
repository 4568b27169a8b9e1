import {recipeOf} from '../catalogue';
import {cachedLayer} from '../make/layer';
import type {Workshop} from '../make/workshop';
import {platformOf} from '../recipe/platform';
import type {CatalogueEntry} from '../types';
import {askIndex} from './askIndex';
import {askedOf, compareBase, type IndexAnswer} from './compareBase';
import type {Contents} from './contents';
import type {Answer} from './judge';
import type {PackageIndex} from './origins';

/** A base on a platform, and the content that it was rebuilt with. */
export interface RebuiltSubject {
  entry: CatalogueEntry;
  platform: string;
  /** Digest over its packages; null: it was not rebuilt yet. */
  content: string | null;
}

export interface RebuiltLook extends RebuiltSubject {
  answer: Answer;
}

type Request = Omit<Workshop, 'platform'>;

/**
 * Asks package indexes whether they have newer packages than rebuilt bases, each index once. Nothing is built.
 */
export async function lookAtRebuilt(
  subjects: readonly RebuiltSubject[],
  contents: Contents,
  request: Request,
): Promise<RebuiltLook[]> {
  const known = subjects.map((subject) => {
    const packages = subject.content === null ? undefined : contents[subject.content];
    const layers = recipeOf(subject.entry, subject.platform)?.layers ?? [];
    return {subject, layers, packages, asked: packages && askedOf(packages, layers)};
  });
  const answers = new Map<string, Map<string, IndexAnswer>>();
  for (const platform of new Set(subjects.map((subject) => subject.platform))) {
    const here = known.filter(({subject}) => subject.platform === platform);
    answers.set(platform, await askAll(here, platform, request));
  }
  return known.map(({subject, layers, packages}) => {
    const asked = answers.get(subject.platform) ?? new Map<string, IndexAnswer>();
    return {...subject, answer: answerFor(subject, packages && compareBase(packages, layers, asked))};
  });
}

function answerFor({content}: RebuiltSubject, compared: Answer | undefined): Answer {
  if (content === null) return {unknown: 'It was not rebuilt yet.'};
  return compared ?? {unknown: 'The packages that it was rebuilt with are not recorded.'};
}

async function askAll(
  bases: readonly {asked: ReturnType<typeof askedOf> | undefined}[],
  platform: string,
  request: Request,
): Promise<Map<string, IndexAnswer>> {
  const questions = new Map<string, {index: PackageIndex; names: Set<string>}>();
  for (const {asked} of bases)
    for (const [title, {index, names}] of asked ?? []) {
      const question = questions.get(title) ?? {index, names: new Set<string>()};
      for (const name of names) question.names.add(name);
      questions.set(title, question);
    }
  const workshop = {...request, platform: platformOf(platform)};
  const answers = new Map<string, IndexAnswer>();
  for (const [title, {index, names}] of questions)
    answers.set(title, await askIndex(index, [...names].sort(), workshop));
  return answers;
}

/** The packages of a base as this machine rebuilt it last; undefined: not by its recipe of now. */
export async function cachedPackages(
  entry: CatalogueEntry,
  platform: string,
  cache: string,
): Promise<Record<string, string> | undefined> {
  const packages: Record<string, string> = {};
  for (const recipe of recipeOf(entry, platform)?.layers ?? []) {
    const layer = await cachedLayer(recipe, {cache, platform: platformOf(platform)});
    if (layer === undefined) return undefined;
    Object.assign(packages, layer.packages);
  }
  return packages;
}
