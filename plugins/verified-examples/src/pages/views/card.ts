import {sha256} from '../../../../base-images/src/digest';
import type {Example} from '../../example/collect/example';
import {type SourceFile} from '../../example/collect/files';
import {highlight, languageOf} from '../embed/highlight';
import {cut, type Range} from '../embed/select';
import type {Proof} from '../../proof/model/receipt';
import type {FileView, ProofCardView, VariantView, ZipView} from '../model/views';
import {zipOf} from '../publish/archive';
import {exampleRef, standingsFor, variantOf, worstState, type ViewContext} from './context';
import {notesOn, proofView} from './proof';

/** A file of an example as a card shows it. */
export interface ShownFile {
  path: string;
  /** Undefined: the whole file. */
  stage?: {name: string; range: Range} | undefined;
  /** Lines to mark, counted from 1 in the whole file. */
  marked?: readonly number[] | undefined;
}

export interface CardRequest {
  /** Unique on its page. */
  uid: string;
  example: Example;
  /** Variants to choose from; the first is shown first. */
  variants: readonly string[];
  files: (variant: string) => readonly ShownFile[];
}

/** Files of an example, highlighted, with what one can do with them and their proofs, by variant. */
export async function cardView(
  {uid, example, variants, files}: CardRequest,
  context: ViewContext,
): Promise<ProofCardView> {
  const views = variants.map((variant) => variantView(example, variant, files(variant), context));
  return {uid, example: exampleRef(example, context), variants: await Promise.all(views)};
}

async function variantView(
  example: Example,
  variant: string,
  files: readonly ShownFile[],
  context: ViewContext,
): Promise<VariantView> {
  const standings = standingsFor(example, variant, context);
  const proofs = standings.flatMap(({proof}) => proof ?? []);
  return {
    ...variantOf(example, variant),
    state: worstState(standings),
    files: await Promise.all(files.map((file) => fileView(example, file, proofs, context))),
    zip: zipView(example, context),
    proofs: proofs.map((proof) => proofView(example, proof, context)),
  };
}

async function fileView(
  example: Example,
  {path, stage, marked = []}: ShownFile,
  proofs: readonly Proof[],
  {addresses}: ViewContext,
): Promise<FileView> {
  const text = textOf(fileOf(example, path));
  const range = stage?.range ?? {from: 1, to: text.split('\n').length};
  const shown = stage === undefined ? text : cut(text, range);
  const docker = languageOf(path) === 'docker';
  return {
    path,
    html: await highlight(
      shown,
      languageOf(path),
      marked.map((line) => line - range.from + 1),
    ),
    finalNewline: shown.endsWith('\n'),
    stage: stage === undefined ? null : {name: stage.name, ...range},
    wholeSha256: stage === undefined && docker ? sha256(text).slice('sha256:'.length) : null,
    rawHref: addresses.raw(example.id, path),
    notes: docker ? notesOn(shown, proofs) : [],
  };
}

/** The archive of an example as a link, with its size and sum. */
export function zipView(example: Example, {addresses}: ViewContext): ZipView {
  const zip = zipOf(example);
  return {href: addresses.zip(example.id), bytes: zip.length, sha256: sha256(zip).slice('sha256:'.length)};
}

/** @throws Error when the example has no such file; embeds check before */
export function fileOf(example: Example, path: string): SourceFile {
  const file = example.context.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${example.label} has no file ${path}`);
  return file;
}

/** @throws Error for a file that can't be shown byte for byte in HTML */
export function textOf(file: SourceFile): string {
  const text = file.bytes.toString('utf8');
  if (text.includes('\r'))
    throw new Error(`${file.path} has carriage returns, which HTML can't show; link to the raw file`);
  if (!Buffer.from(text, 'utf8').equals(file.bytes)) throw new Error(`${file.path} is not UTF-8 text`);
  return text;
}

/** Whether a card can show the file. */
export function isText(file: SourceFile): boolean {
  try {
    textOf(file);
    return true;
  } catch {
    return false;
  }
}
