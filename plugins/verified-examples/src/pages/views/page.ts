import path from 'node:path';
import {sha256} from '../../../../base-images/src/digest';
import type {Example} from '../../example/collect/example';
import type {ExampleBaseView} from '../model/baseViews';
import type {
  CatalogueEntryView,
  CatalogueView,
  ExamplePageView,
  ImageFactsView,
  ScenarioView,
} from '../model/views';
import {baseOf, exampleRef, standingsFor, variantOf, worstState, type ViewContext} from './context';
import {cardView, isText} from './card';
import {matrixView} from './matrix';
import {optionsOf} from './options';
import {symptomRef} from './symptom';
import {repeatView} from './repeat';
import {transcriptViews} from './transcript';
import {BUILD} from '../../example/model/twin';
import {buildOf, runsIn} from '../../example/model/variant';
import {standInOf} from './proof';
import {upstreamOfUse} from './upstream';

/** Everything the example's own page shows. */
export async function pageView(example: Example, context: ViewContext): Promise<ExamplePageView> {
  const {manifest} = example;
  const variants = Object.keys(manifest.variants);
  const byId = new Map(context.collection.examples.map((one) => [one.id, one]));
  return {
    card: await cardView(
      {uid: 'card', example, variants, files: (variant) => shownFiles(example, variant, variants[0])},
      context,
    ),
    summary: manifest.summary,
    recipe: manifest.recipe ?? null,
    catalogueHref: context.addresses.catalogue,
    matrix: matrixView(example, context)?.view ?? null,
    scenarios: manifest.scenarios.map((scenario): ScenarioView => ({
      id: scenario.id,
      title: scenario.title,
      runs: variants
        .filter((variant) => runsIn(manifest, scenario.id, variant))
        .flatMap((variant) => transcriptViews(example, scenario.id, variant, context)),
    })),
    failedBuilds: variants
      .filter((variant) => buildOf(manifest, variant) !== 'success')
      .flatMap((variant) => transcriptViews(example, null, variant, context)),
    repeat: repeatView(
      variants.flatMap((variant) => standingsFor(example, variant, context)),
      context,
    ),
    images: variants.flatMap((variant) => imageFacts(example, variant, context)),
    bases: basesOf(example, context),
    files: example.context.map(({path, bytes}) => ({
      path,
      bytes: bytes.length,
      sha256: sha256(bytes).slice('sha256:'.length),
      rawHref: context.addresses.raw(example.id, path),
    })),
    twins: manifest.twins.flatMap((twin) => {
      const {fails, fix} = twin;
      const fixed = byId.get(fix.example);
      if (fixed === undefined) return [];
      return [
        {
          symptom: symptomRef(twin, context),
          failsHref:
            fails === BUILD
              ? context.addresses.build(example.id)
              : context.addresses.scenario(example.id, fails),
          fix: exampleRef(fixed, context),
        },
      ];
    }),
    options: optionsOf(example, context),
  };
}

/**
 * The Dockerfile first, then the program, then what goes with it; all files are listed below with their sums. All variants
 * have the same files: of the others than the first, the Dockerfile that is theirs alone.
 */
function shownFiles(example: Example, variant: string, first: string | undefined) {
  const dockerfileOf = (id = '') => example.variants[id]?.dockerfile ?? 'Dockerfile';
  const dockerfile = dockerfileOf(variant);
  if (variant !== first) return dockerfile === dockerfileOf(first) ? [] : [{path: dockerfile}];
  const rank = (file: string) =>
    [file === dockerfile, file.endsWith('main.go'), file.endsWith('.go'), true].indexOf(true);
  return example.context
    .filter(
      (file) => isText(file) && path.basename(file.path) !== 'go.sum' && !file.path.endsWith('_test.go'),
    )
    .map(({path}) => ({path}))
    .sort((a, b) => rank(a.path) - rank(b.path));
}

function imageFacts(example: Example, variant: string, context: ViewContext): ImageFactsView[] {
  return standingsFor(example, variant, context).flatMap(({proof, platform}) => {
    if (proof?.image == null) return [];
    const {packages, ...image} = proof.image;
    return [
      {
        variant: variantOf(example, variant),
        platform,
        image: {...image, packageCount: Object.keys(packages).length},
      },
    ];
  });
}

function basesOf(example: Example, {collection, radar}: ViewContext): ExampleBaseView[] {
  const bases = new Map<string, ExampleBaseView>();
  for (const {example: one, platform, proof} of collection.standings) {
    if (one.id !== example.id) continue;
    for (const base of proof?.bases ?? []) {
      const upstream = radar === undefined ? null : upstreamOfUse(base, platform, radar);
      bases.set(`${base.ref} ${base.identity}`, {platform, ...base, standIn: standInOf(base), upstream});
    }
  }
  return [...bases.values()];
}

/** Every example in one line each, judged by its first variant. */
export function catalogueView(context: ViewContext): CatalogueView {
  return {entries: context.collection.examples.map((example) => catalogueEntry(example, context))};
}

function catalogueEntry(example: Example, context: ViewContext): CatalogueEntryView {
  const {id} = variantOf(example);
  const standings = standingsFor(example, id, context);
  const proof = standings[0]?.proof;
  return {
    example: exampleRef(example, context),
    summary: example.manifest.summary,
    state: worstState(standings),
    provedAt: proof?.provedAt ?? null,
    linkage: proof?.image?.binary?.linkage ?? null,
    base: baseOf(example, id),
    imageSize: proof?.image?.size ?? null,
    scenarios: example.manifest.scenarios.length,
    fails: example.manifest.twins.length > 0,
    recipe: example.manifest.recipe ?? null,
  };
}
