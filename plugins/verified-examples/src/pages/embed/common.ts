import type {Example} from '../../example/collect/example';
import {platformsOf} from '../../example/model/platforms';
import {suggest} from '../../nearest';
import type {DirectiveRequest} from './types';

/** Reads `id`; reports one that is unknown. */
export function readExample({attributes, examples, report}: DirectiveRequest): Example | undefined {
  const id = attributes.required('id');
  if (id === undefined) return undefined;
  const example = examples.get(id);
  if (example === undefined) report(`there is no example "${id}"; ${suggest(id, examples.keys())}`);
  return example;
}

/**
 * Reads `variant`; reports one that the example does not have.
 *
 * @returns `id` undefined when none is named; undefined when it was reported
 */
export function readVariant(
  {attributes, report}: DirectiveRequest,
  example: Example | undefined,
): {id: string | undefined} | undefined {
  const id = attributes.optional('variant');
  if (id === undefined || example === undefined) return {id};
  const {variants} = example.manifest;
  if (Object.hasOwn(variants, id)) return {id};
  report(`example "${example.id}" has no variant "${id}"; ${suggest(id, Object.keys(variants))}`);
  return undefined;
}

/**
 * Reads `platform`; reports one that the variant is not proved on.
 *
 * @param variant - Id of the variant; the first when undefined
 * @returns `name` undefined when none is named: the first platform is meant; undefined when it was reported
 */
export function readPlatform(
  {attributes, report}: DirectiveRequest,
  example: Example | undefined,
  variant: string | undefined,
): {name: string | undefined} | undefined {
  const name = attributes.optional('platform');
  if (name === undefined || example === undefined) return {name};
  const [first = ''] = Object.keys(example.manifest.variants);
  const proved: readonly string[] = platformsOf(example.manifest, variant ?? first);
  if (proved.includes(name)) return {name};
  report(`example "${example.id}" is not proved on platform "${name}"; ${suggest(name, proved)}`);
  return undefined;
}

/** Reads `scenario`; reports one that the example does not have. */
export function checkScenarioId(id: string, example: Example, report: (message: string) => void): boolean {
  const known = example.manifest.scenarios.map((scenario) => scenario.id);
  if (known.includes(id)) return true;
  report(`example "${example.id}" has no scenario "${id}"; ${suggest(id, known)}`);
  return false;
}
