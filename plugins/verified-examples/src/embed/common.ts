import type {Example} from '../collect/example';
import {suggest} from '../nearest';
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
  if (id === undefined || example === undefined || id in example.manifest.variants) return {id};
  report(
    `example "${example.id}" has no variant "${id}"; ${suggest(id, Object.keys(example.manifest.variants))}`,
  );
  return undefined;
}

/** Reads `scenario`; reports one that the example does not have. */
export function checkScenarioId(id: string, example: Example, report: (message: string) => void): boolean {
  const known = example.manifest.scenarios.map((scenario) => scenario.id);
  if (known.includes(id)) return true;
  report(`example "${example.id}" has no scenario "${id}"; ${suggest(id, known)}`);
  return false;
}
