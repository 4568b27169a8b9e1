import type {Element, Nodes, Properties} from 'hast';
import type {Example} from '../../../verified-examples/src/example/collect/example';
import type {Collection} from '../../../verified-examples/src/proof/collection';
import type {Proof, ScenarioResult} from '../../../verified-examples/src/proof/model/receipt';
import type {BuiltPage} from '../twins/builtPage';
import {textOf} from '../twins/clean';
import {keyOfShown, proofsOf, shownRun} from './shown';
import {dockerfileOf, swhidOf, type Subject} from './subject';

/** A measured value where it stands. */
export interface ClaimUse {
  claim: string;
  value: string;
  /** The sentence with it; in a table its column, its row and its cell. */
  sentence: string;
  page: string;
  /** Its attributes in the page: what measured it. */
  attributes: Properties;
}

export interface ClaimSubject extends Subject {
  uses: readonly ClaimUse[];
  /** "Scenario lookup of resolver-faults (musl): seconds". */
  source: string;
  /** Where it is measured: a site path. */
  href: string;
  /** The run that printed it; undefined: read from the image, or said by an engine. */
  result: ScenarioResult | undefined;
}

/** The measured values of a page. */
export function claimUses({main, path}: Pick<BuiltPage, 'main' | 'path'>): ClaimUse[] {
  const uses: ClaimUse[] = [];
  const walk = (node: Nodes, around: readonly Element[]) => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const {dataClaim} = child.properties;
      if (typeof dataClaim === 'string') {
        const sentence = sentenceOf(child, around);
        uses.push({
          claim: dataClaim,
          value: textOf(child),
          sentence,
          page: path,
          attributes: child.properties,
        });
      }
      walk(child, [...around, child]);
    }
  };
  walk(main, [main]);
  return uses;
}

const BLOCKS = new Set(['p', 'li', 'dd', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'figcaption']);

function sentenceOf(value: Element, around: readonly Element[]): string {
  const block = around.findLast(({tagName}) => BLOCKS.has(tagName)) ?? value;
  if (block.tagName === 'td') return cellInWords(block, around);
  const [text, at] = textAndPlace(block, value);
  const sentences = [...new Intl.Segmenter('en', {granularity: 'sentence'}).segment(text)];
  const found = sentences.find(({index, segment}) => index <= at && at < index + segment.length);
  return plain(found?.segment ?? text);
}

function cellInWords(cell: Element, around: readonly Element[]): string {
  const row = around.findLast(({tagName}) => tagName === 'tr');
  const table = around.findLast(({tagName}) => tagName === 'table');
  const cells = row?.children.filter((child) => child.type === 'element') ?? [];
  const heads = table === undefined ? [] : headsOf(table);
  const head = heads[cells.indexOf(cell)];
  const [first] = cells;
  return [first === cell ? undefined : first && textOf(first), head, textOf(cell)]
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => plain(part ?? ''))
    .join(': ');
}

function headsOf(table: Nodes): string[] {
  if (!('children' in table)) return [];
  return table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'th' && !isRowHead(child)
      ? [textOf(child)]
      : headsOf(child),
  );
}

function isRowHead({properties}: Element): boolean {
  return properties.scope === 'row';
}

/** The text of a block, and where in it the text of an element begins. */
function textAndPlace(block: Element, wanted: Element): [text: string, at: number] {
  let text = '';
  let at = 0;
  const walk = (node: Nodes) => {
    if (node === wanted) at = text.length;
    if (node.type === 'text') text += node.value;
    else if ('children' in node) node.children.forEach(walk);
  };
  walk(block);
  return [text, at];
}

function plain(text: string): string {
  return text.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();
}

/** Measured values, each in all sentences that have it. */
export function claimSubjects(all: readonly ClaimUse[], collection: Collection): ClaimSubject[] {
  const byClaim = new Map<string, ClaimUse[]>();
  for (const use of all) byClaim.set(use.claim, [...(byClaim.get(use.claim) ?? []), use]);
  return [...byClaim].map(([id, uses]) => claimSubject(id, uses, collection));
}

function claimSubject(id: string, uses: readonly ClaimUse[], collection: Collection): ClaimSubject {
  const [first] = uses;
  if (first === undefined) throw new Error(`${id} stands nowhere`);
  const {sentence, page, value, attributes} = first;
  const attribute = (name: string) => {
    const found = attributes[name];
    return typeof found === 'string' ? found : '';
  };
  const example = collection.examples.find((one) => one.id === attribute('dataExample'));
  const proof = example && proofOf(example, attribute('dataVariant'), attribute('dataPlatform'), collection);
  const result = proof?.scenarios.find((one) => one.id === attribute('dataScenario'));
  const source = attribute('title').split('\n')[0] ?? '';
  const dockerfile = example && dockerfileOf(example, proof?.variant);
  return {
    kind: 'c',
    id,
    key: keyOfShown({
      uses: [...new Set(uses.map((use) => `${use.page} ${use.value} ${use.sentence}`))].sort(),
      source,
      run:
        example &&
        proof &&
        shownRun({example, variant: proof.variant, scenario: result?.id ?? '', proof, result}),
    }),
    title: sentence,
    page,
    example: example?.id ?? null,
    provedAt: attribute('dataProvedAt'),
    provedBy: source === '' ? value : source,
    proofs: proof === undefined ? [] : [proof],
    runs: example && result ? [{example: example.id, scenario: result.id}] : [],
    // Its archive is beside the revision of its example, which the source links to.
    examples: [],
    swhid: dockerfile === undefined ? null : swhidOf(dockerfile.bytes),
    ...{uses, source, href: attribute('href')},
    result,
  };
}

function proofOf(
  example: Example,
  variant: string,
  platform: string,
  collection: Collection,
): Proof | undefined {
  return proofsOf(example, collection).find((one) => one.variant === variant && one.platform === platform);
}
