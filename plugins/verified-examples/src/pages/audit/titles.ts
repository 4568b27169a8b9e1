import path from 'node:path';
import {MANIFEST_FILE, type Example} from '../../example/collect/example';
import type {Collection} from '../../proof/collection';
import {isText, textOf} from '../views/card';
import {standInOf} from '../views/proof';

/**
 * Titles and summaries with a figure that is neither in the example's files and settings nor in what its runs printed, nor
 * in those of the examples that its symptoms name. They stand right above their proof, so they take no markup. Pure.
 *
 * @returns `file: place: title`
 */
export function unprovedTitles({examples, receipts}: Pick<Collection, 'examples' | 'receipts'>): string[] {
  const shown = new Map(examples.map((example) => [example.id, figuresIn(shownIn(example, receipts))]));
  return examples.flatMap((example) => {
    const {label, manifest, id} = example;
    const named = manifest.twins.flatMap(({fix, confirm, nearMiss}) =>
      [fix, confirm, nearMiss].flatMap((run) => run.example ?? []),
    );
    const all = new Set([id, ...named].flatMap((one) => [...(shown.get(one) ?? [])]));
    return titlesOf(example)
      .filter(({text}) => [...figuresIn(text)].some((figure) => !all.has(figure)))
      .map(({place, text}) => `${label}/${MANIFEST_FILE}: ${place}: ${text}`);
  });
}

interface Title {
  place: string;
  text: string;
}

function titlesOf({manifest}: Example): Title[] {
  const {title, summary, variants, scenarios, twins} = manifest;
  return [
    {place: 'title', text: title},
    {place: 'summary', text: summary},
    ...Object.entries(variants).map(([id, variant]) => ({place: `variant ${id}`, text: variant.title})),
    ...scenarios.map((scenario) => ({place: `scenario ${scenario.id}`, text: scenario.title})),
    ...twins.flatMap(({symptom, nearMiss, ...twin}) => [
      {place: `symptom ${symptom}`, text: twin.title},
      {place: `symptom ${symptom}, nearMiss`, text: nearMiss.title},
    ]),
  ];
}

/** All that an example is and has printed, without its own titles and without sums and times, which have any figure. */
function shownIn({id, manifest, context}: Example, receipts: Collection['receipts']): string {
  const receipt = receipts.get(id);
  const proofs = receipt !== undefined && 'receipt' in receipt ? (receipt.receipt?.proofs ?? []) : [];
  return [
    without(['title', 'summary', 'why', 'repair', 'difference', 'nearMiss'], manifest),
    ...context.filter((file) => isText(file) && path.basename(file.path) !== 'go.sum').map(textOf),
    ...proofs.flatMap(({image, build, scenarios, bases}) => [
      without(['size', 'sha256'], image),
      build.output,
      without(['id', 'title'], scenarios),
      ...bases.map((base) => `${base.ref} ${standInOf(base) ?? ''}`),
    ]),
  ].join('\n');
}

function without(keys: readonly string[], data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => (keys.includes(key) ? undefined : value));
}

/** Numbers and versions: "3.23", "65532", "200,000" as 200000, "5" of 5.01. */
function figuresIn(text: string): Set<string> {
  const numbers =
    text.replace(/(\d),(\d{3})\b/g, '$1$2').match(/(?<![\da-f]{3})\d+(?:\.\d+)*(?![\da-f]{3})/g) ?? [];
  return new Set(numbers.flatMap((number) => [number, number.replace(/\.\d+$/, '')]));
}
