import {KINDS, revisionAddress} from '../model';
import type {Subject} from './subject';

/** A revision for machines: what it is, and everything that was recorded of its proofs. */
export function recordOf(subject: Subject) {
  const {kind, id, key, title, page, provedAt, provedBy, swhid, proofs, runs} = subject;
  return {
    schema: 1,
    kind: KINDS[kind],
    id,
    address: revisionAddress(subject),
    ...{key, title, page, provedAt, provedBy, swhid},
    proofs: proofs.map((proof) => ({
      example: proof.keyParts.example,
      variant: proof.variant,
      platform: proof.platform,
      provedAt: proof.provedAt,
      key: proof.key,
      engine: proof.engine,
      bases: proof.bases,
      build: proof.build,
      binary: proof.image?.binary ?? null,
      scenarios: proof.scenarios.filter(
        (scenario) =>
          runs === null ||
          runs.some((run) => run.example === proof.keyParts.example && run.scenario === scenario.id),
      ),
    })),
  };
}
