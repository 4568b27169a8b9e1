import type {Example} from '../../../verified-examples/src/example/collect/example';
import {saysLittle} from '../../../verified-examples/src/example/model/twin';
import {baseInWords} from '../../../verified-examples/src/pages/views/proof';
import type {Proof} from '../../../verified-examples/src/proof/model/receipt';
import {digestsOf} from '../machines/digests';
import type {Citation, State} from '../model';
import {revisionAddress} from '../model';

/** Something that can be cited, before its text is made: what it is, and what proves it. */
export interface Subject extends Omit<State, 'files' | 'archives'> {
  /** In words: "exec-not-found, scenarios starts and fails". */
  provedBy: string;
  proofs: readonly Proof[];
  /** The runs of these proofs that it shows; null: all of them. */
  runs: readonly {example: string; scenario: string}[] | null;
  /** Examples whose archives belong to it. */
  examples: readonly Example[];
  swhid: string | null;
}

/** @throws Error for none: nothing is cited that was not proved */
export function oldest(moments: readonly string[]): string {
  const [first] = [...moments].sort();
  if (first === undefined) throw new Error('nothing is proved');
  return first;
}

/** Bases of proofs in words, each once: "alpine:3.23 (rebuilt)". */
export function basesInWords(proofs: readonly Proof[]): string[] {
  const words = proofs.flatMap(({bases}) =>
    bases.map((base) => `${baseInWords(base)} (${PROVENANCE[base.provenance]})`),
  );
  return [...new Set(words)];
}

const PROVENANCE = {rebuilt: 'rebuilt', registry: 'pulled by digest'} as const;

/** What a page is cited with. */
export function citationOf(subject: Subject): Citation {
  const {kind, key, provedAt, provedBy, proofs, swhid} = subject;
  return {
    title: titleOf(subject),
    ...{kind, key, provedAt, provedBy, swhid},
    address: revisionAddress(subject),
    bases: basesInWords(proofs),
  };
}

/** What was printed, with what it means; the other way round where the text is one word. */
function titleOf({kind, id, title: text, examples}: Subject): string {
  if (kind !== 's') return text;
  const meaning = examples.flatMap(({manifest}) => manifest.twins).find(({symptom}) => symptom === id)?.title;
  if (meaning === undefined) return text;
  return saysLittle(text) ? `${meaning} (prints ${text})` : `${text} (${meaning})`;
}

/**
 * The identifier of a file's content (ISO/IEC 18670): the hash that git gives it, so `git hash-object` checks it.
 *
 * @param bytes - The whole file
 */
export function swhidOf(bytes: Uint8Array): string {
  return `swh:1:cnt:${digestsOf(bytes).gitBlob}`;
}

/** The Dockerfile of an example's first variant. */
export function dockerfileOf({variants, context}: Example, variant = Object.keys(variants)[0] ?? '') {
  const name = variants[variant]?.dockerfile ?? 'Dockerfile';
  return context.find(({path}) => path === name);
}
