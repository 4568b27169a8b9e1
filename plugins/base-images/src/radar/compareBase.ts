import {contentDigest} from '../archive/makeArchive';
import type {LayerRecipe} from '../recipe/types';
import {compareVersions} from './compareVersions';
import type {Answer} from './judge';
import type {Newer} from './model';
import {originOf, type PackageIndex} from './origins';

/** What a package index answered: the newest versions by name, or a sentence why it did not. */
export type IndexAnswer = ReadonlyMap<string, string> | string;

type Packages = Readonly<Record<string, string>>;

/** @returns For example "Debian trixie" */
export function titleOf(index: PackageIndex): string {
  switch (index.kind) {
    case 'debian':
      return `Debian ${index.suite}`;
    case 'alpine':
      return `Alpine ${index.release}`;
    case 'go':
      return 'Go';
  }
}

/** Which names a base asks of which index, by the index's title. */
export function askedOf(
  packages: Packages,
  layers: readonly LayerRecipe[],
): Map<string, {index: PackageIndex; names: string[]}> {
  const asked = new Map<string, {index: PackageIndex; names: string[]}>();
  for (const name of Object.keys(packages)) {
    const origin = originOf(name, layers);
    if (origin === undefined) continue;
    const title = titleOf(origin.index);
    const names = asked.get(title)?.names ?? [];
    asked.set(title, {index: origin.index, names: [...names, origin.name]});
  }
  return asked;
}

/**
 * Holds the packages of a rebuilt base against what their indexes have now. One newer package is a move, whoever else did
 * not answer; without one, every index has to have answered for each of its packages, and none may be older than the base,
 * as a mirror that lags behind is. Pure.
 *
 * @param answers - By the title of the index
 */
export function compareBase(
  packages: Packages,
  layers: readonly LayerRecipe[],
  answers: ReadonlyMap<string, IndexAnswer>,
): Answer {
  const newer: Newer[] = [];
  const doubts = new Set<string>();
  for (const [name, was] of Object.entries(packages)) {
    const origin = originOf(name, layers);
    if (origin === undefined) continue;
    const title = titleOf(origin.index);
    const answer = answers.get(title) ?? `${title} was not asked.`;
    if (typeof answer === 'string') {
      doubts.add(answer);
      continue;
    }
    const found = answer.get(origin.name);
    if (found === undefined) {
      doubts.add(`${title} has no package ${origin.name} any more.`);
      continue;
    }
    const is = origin.written(found);
    const order = compareVersions(is, was);
    if (order > 0) newer.push({package: name, was, is});
    if (order < 0)
      doubts.add(`The list of ${title} is older than the base: ${name} ${is} there, ${was} here.`);
  }
  if (newer.length === 0 && doubts.size > 0) return {unknown: [...doubts].sort().join(' ')};
  const now = {...packages, ...Object.fromEntries(newer.map((one) => [one.package, one.is]))};
  newer.sort((a, b) => (a.package < b.package ? -1 : 1));
  return {now: {digest: contentDigest(now)}, newer};
}
