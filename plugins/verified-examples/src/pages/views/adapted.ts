import {changedLines} from '../../example/collect/adapted';
import type {Example} from '../../example/collect/example';
import {runsIn} from '../../example/model/variant';
import type {AdaptedRowView, AdaptedView} from '../model/adaptedViews';
import type {ChangeView} from '../model/symptomViews';
import {exampleRef, standingsFor, variantOf, type ViewContext} from './context';

/** The scenario that prints module and version of the program. */
const MODULE = 'module';

/** A variant whose Dockerfile is that of a recipe with another program named. */
export interface Adapted {
  example: Example;
  variant: string;
  recipe: Example;
}

/** All variants that adapt recipes. */
export function adaptedIn({collection: {examples}}: ViewContext): Adapted[] {
  return examples.flatMap((example) =>
    Object.entries(example.variants).flatMap(([variant, {adapts}]) => {
      const recipe = examples.find(({id}) => id === adapts);
      return recipe === undefined ? [] : [{example, variant, recipe}];
    }),
  );
}

/**
 * The variants that adapt recipes, from their proofs, by title.
 *
 * @returns The view, and the variants, as `example (variant)`, that lack a proof, a size or the run that names the module
 */
export function adaptedView(context: ViewContext): {view: AdaptedView; unproved: string[]} {
  const rows: AdaptedRowView[] = [];
  const unproved: string[] = [];
  for (const adapted of adaptedIn(context)) {
    const row = rowOf(adapted, context);
    if (row === undefined) unproved.push(`${adapted.example.id} (${adapted.variant})`);
    else rows.push(row);
  }
  return {view: {rows: rows.sort((one, other) => one.title.localeCompare(other.title, 'en'))}, unproved};
}

/** What the Dockerfile of a variant has otherwise than the recipe that it adapts. */
export function adaptedChange(recipe: Example, example: Example, variant: string): ChangeView {
  const of = example.variants[variant]?.dockerfile ?? '';
  return {of, lines: changedLines(recipe, example, variant)};
}

function rowOf({example, variant, recipe}: Adapted, context: ViewContext): AdaptedRowView | undefined {
  const [standing] = standingsFor(example, variant, context);
  const {build, image, scenarios = []} = standing?.proof ?? {};
  const named = scenarios.find(({id}) => id === MODULE);
  const [module, version] = named?.stdout.trim().split(' ') ?? [];
  const run = example.manifest.scenarios.find(
    ({id}) => id !== MODULE && runsIn(example.manifest, id, variant),
  );
  if (standing === undefined || image == null || run === undefined) return undefined;
  if (module === undefined || version === undefined) return undefined;
  return {
    key: `${example.id}:${variant}`,
    example: example.id,
    title: variantOf(example, variant).title,
    ...{module, version},
    run: {title: run.title, href: context.addresses.scenario(example.id, run.id)},
    recipe: exampleRef(recipe, context),
    change: adaptedChange(recipe, example, variant),
    imageSize: image.size,
    buildSeconds: build?.cleanSeconds,
    state: standing.state,
  };
}
