import type {Example} from '../../example/collect/example';
import type {SourceFile} from '../../example/collect/files';
import {finalBase} from '../../example/collect/dockerfile';
import type {Twin} from '../../example/model/twin';
import type {Standing} from '../../proof/gate/state';
import type {ExampleRef, StateView} from '../model/views';
import type {State} from '../../proof/gate/state';
import type {Addresses} from '../publish/addresses';
import type {Collection} from '../../proof/collection';
import type {Radar} from '../../../../base-images/src/radar/model';
import type {WordsContext} from './words';

/** What all views are made from: the collection and where things are published. */
export interface ViewContext {
  collection: Collection;
  addresses: Addresses;
  /** What engines print; undefined: no engine was asked. */
  words?: WordsContext;
  /** What upstream had of bases; undefined: nobody was asked. */
  radar?: Radar;
}

/** A twin with the example that fails; `id`s of symptoms are unique over all. */
export interface Symptom {
  example: Example;
  twin: Twin;
}

/** An example as a link to its page. */
export function exampleRef({id, manifest}: Example, {addresses}: ViewContext): ExampleRef {
  return {id, title: manifest.title, href: addresses.page(id)};
}

/** Standings of a variant, one a platform; the first platform is what a card sums up. */
export function standingsFor(example: Example, variant: string, {collection}: ViewContext): Standing[] {
  return collection.standings.filter((one) => one.example.id === example.id && one.variant === variant);
}

/** From best to worst; a variant is as good as the worst of its platforms. */
const ORDER: readonly State[] = ['verified', 'moved', 'expired', 'stale', 'failed', 'missing'];

/** The worst of several states, with the reasons of all; `missing` of none. */
export function worstState(standings: readonly StateView[]): StateView {
  const worst =
    ORDER.findLast((state) => standings.some((standing) => standing.state === state)) ?? 'missing';
  return {state: worst, reasons: [...new Set(standings.flatMap(({reasons}) => reasons))]};
}

/** Variant of an example by id; the first when none is named. */
export function variantOf(example: Example, id?: string): {id: string; title: string} {
  const [first = ''] = Object.keys(example.manifest.variants);
  const chosen = id ?? first;
  return {id: chosen, title: example.manifest.variants[chosen]?.title ?? chosen};
}

/** Title of a scenario as the manifest words it now; an older one may be in the receipt. */
export function titleOf({manifest}: Example, {id, title}: {id: string; title: string}): string {
  return manifest.scenarios.find((scenario) => scenario.id === id)?.title ?? title;
}

/** @returns The image that a variant's last stage, or its target, is built on; empty when that is unknown */
export function baseOf(example: Example, variant: string): string {
  const definition = example.variants[variant];
  return (definition && finalBase(definition.dockerfileFacts, definition.target)) ?? '';
}

/** Files of the lab; empty where no example runs in it. */
export function labOf(examples: readonly Example[]): readonly SourceFile[] {
  return examples.find(({lab}) => lab.length > 0)?.lab ?? [];
}
