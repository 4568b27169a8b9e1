import type {Example} from '../../example/collect/example';
import {MANIFEST_FILE} from '../../example/collect/example';
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
  const shown = new Map(examples.map((example) => [example.id, shownIn(example, receipts)]));
  return examples.flatMap((example) => {
    const {label, manifest, id} = example;
    const named = manifest.twins.flatMap(({fix, confirm, nearMiss}) => [
      ...[fix, confirm, nearMiss].flatMap((run) => run.example ?? []),
    ]);
    const all = [id, ...named].map((one) => shown.get(one) ?? '').join('\n');
    return titlesOf(example)
      .filter(({text}) => figuresIn(text).some((figure) => !figuresIn(all).includes(figure)))
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

/** All that an example is and has printed, without its own titles. */
function shownIn({id, manifest, context}: Example, receipts: Collection['receipts']): string {
  const untitled = JSON.stringify(manifest, (key, value: unknown) =>
    ['title', 'summary', 'why', 'repair', 'difference'].includes(key) ? undefined : value,
  );
  const files = context.filter(isText).map(textOf);
  const receipt = receipts.get(id);
  const bases =
    receipt !== undefined && 'receipt' in receipt
      ? (receipt.receipt?.proofs ?? []).flatMap((proof) => proof.bases)
      : [];
  return [untitled, ...files, JSON.stringify(receipt), ...bases.map((base) => standInOf(base) ?? '')].join(
    '\n',
  );
}

/** Numbers and versions: "3.23", "65532", "200,000" as 200000, "5" of 5.01. */
function figuresIn(text: string): string[] {
  const numbers = text.replace(/(\d),(\d{3})\b/g, '$1$2').match(/\d+(?:\.\d+)*/g) ?? [];
  return [...new Set(numbers.flatMap((number) => [number, number.replace(/\.\d+$/, '')]))];
}
