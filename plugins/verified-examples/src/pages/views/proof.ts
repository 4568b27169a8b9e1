import type {Example} from '../../example/collect/example';
import {CONCERNS} from '../../../../base-images/src/approximations';
import {findBase} from '../../../../base-images/src/catalogue';
import type {BaseUse, Proof} from '../../proof/model/receipt';
import type {ProofView, ReceiptView} from '../model/views';
import {exampleRef, standingsFor, titleOf, variantOf, worstState, type ViewContext} from './context';

/** What a rebuilt base is that was made from other packages than the image it is named after. */
export function standInOf({ref, provenance}: Pick<BaseUse, 'ref' | 'provenance'>): string | null {
  return provenance === 'rebuilt' ? (findBase(ref)?.standIn ?? null) : null;
}

/** What to call a base: a stand-in has no right to the name of the image that it stands in for. */
export function baseInWords(base: Pick<BaseUse, 'ref' | 'provenance'>): string {
  const standIn = standInOf(base);
  return standIn === null ? base.ref : `${standIn}, standing in for ${base.ref}`;
}

/** How a rebuilt base is known to differ, in today's words: its recipe is that of the catalogue, or its proof is stale. */
export function differencesOf({ref, provenance, approximations}: Used): readonly string[] {
  return provenance === 'rebuilt' ? (findBase(ref)?.approximations ?? approximations) : approximations;
}

type Used = Pick<BaseUse, 'ref' | 'provenance' | 'approximations'>;

/** What a reader should know beside some lines of a Dockerfile that were proved on rebuilt bases. */
export function notesOn(lines: string, proofs: readonly Proof[]): string[] {
  const code = lines
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ');
  const differences = new Set(proofs.flatMap(({bases}) => bases.flatMap(differencesOf)));
  return CONCERNS.filter((one) => differences.has(one.approximation) && one.lines.test(code)).map(
    ({note}) => note,
  );
}

/** One proof, cut to what a receipt shows. */
export function proofView(example: Example, proof: Proof, {addresses}: ViewContext): ProofView {
  const {image} = proof;
  const binary = image?.binary ?? null;
  return {
    platform: proof.platform,
    provenance: proof.world,
    provedAt: proof.provedAt,
    linkage: binary?.linkage ?? null,
    user: image?.user ?? null,
    uid: image?.uid ?? null,
    imageSize: image?.size ?? null,
    goVersion: binary?.go.version ?? null,
    scenarios: proof.scenarios.map(({id, title, seconds}) => ({
      id,
      title: titleOf(example, {id, title}),
      seconds,
      href: addresses.scenario(example.id, id),
    })),
    bases: proof.bases.map(({ref, platform, identity, provenance, approximations}) => ({
      ref,
      ...(platform !== undefined && {platform}),
      identity,
      provenance,
      approximations: [...differencesOf({ref, provenance, approximations})],
      standIn: standInOf({ref, provenance}),
    })),
    binary,
    build: {command: proof.build.command, outcome: proof.build.outcome},
    engine: proof.engine,
    key: proof.key,
    repeat: `npm run verify ${example.id}`,
  };
}

/** The proofs of a variant, one a platform, under the worst of their states. */
export function receiptView(
  example: Example,
  variant: string | undefined,
  context: ViewContext,
): ReceiptView {
  const chosen = variantOf(example, variant);
  const standings = standingsFor(example, chosen.id, context);
  return {
    example: exampleRef(example, context),
    variant: chosen.id,
    state: worstState(standings),
    proofs: standings.flatMap(({proof}) => (proof === undefined ? [] : [proofView(example, proof, context)])),
  };
}
