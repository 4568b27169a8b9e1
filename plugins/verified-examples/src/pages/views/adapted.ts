import {changedLines} from '../../example/collect/adapted';
import type {Example} from '../../example/collect/example';
import {runsIn} from '../../example/model/variant';
import type {AdaptedRowView, AdaptedView} from '../model/adaptedViews';
import type {ChangeView} from '../model/symptomViews';
import {exampleRef, standingsFor, variantOf, type ViewContext} from './context';

/** The scenario that prints module and version of the program. */
const MODULE = 'module';

/**
 * The variants of an example that adapt recipes, from their proofs.
 *
 * @returns The view, and the variants that lack a proof, a size or the run that names the module
 */
export function adaptedView(example: Example, context: ViewContext): {view: AdaptedView; unproved: string[]} {
  const rows: AdaptedRowView[] = [];
  const unproved: string[] = [];
  for (const [variant, {adapts}] of Object.entries(example.variants)) {
    const recipe = context.collection.examples.find(({id}) => id === adapts);
    if (recipe === undefined) continue;
    const row = rowOf(example, variant, recipe, context);
    if (row === undefined) unproved.push(variant);
    else rows.push(row);
  }
  return {view: {example: exampleRef(example, context), rows}, unproved};
}

/** What the Dockerfile of a variant has otherwise than the recipe that it adapts. */
export function adaptedChange(recipe: Example, example: Example, variant: string): ChangeView {
  const of = example.variants[variant]?.dockerfile ?? '';
  return {of, lines: changedLines(recipe, example, variant)};
}

function rowOf(
  example: Example,
  variant: string,
  recipe: Example,
  context: ViewContext,
): AdaptedRowView | undefined {
  const [standing] = standingsFor(example, variant, context);
  const {image, scenarios = []} = standing?.proof ?? {};
  const named = scenarios.find(({id}) => id === MODULE);
  const [module, version] = named?.stdout.trim().split(' ') ?? [];
  const run = example.manifest.scenarios.find(
    ({id}) => id !== MODULE && runsIn(example.manifest, id, variant),
  );
  if (standing === undefined || image == null || run === undefined) return undefined;
  if (module === undefined || version === undefined) return undefined;
  return {
    variant,
    title: variantOf(example, variant).title,
    ...{module, version},
    run: {title: run.title, href: context.addresses.scenario(example.id, run.id)},
    recipe: exampleRef(recipe, context),
    change: adaptedChange(recipe, example, variant),
    imageSize: image.size,
    state: standing.state,
  };
}
