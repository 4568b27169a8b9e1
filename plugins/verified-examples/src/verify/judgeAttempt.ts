import {compareProofs, type Comparison} from '../proof/receipt/compare';
import {seal} from '../proof/receipt/seal';
import type {Proof, Receipt} from '../proof/model/receipt';
import {scenariosOf} from '../example/model/variant';
import type {Attempt} from './prove';

/** What became of one attempt, against what the receipt says. */
export interface Outcome {
  attempt: Attempt;
  status: 'failed' | 'differs' | 'proved' | 'unchanged' | 'moved';
  comparison: Comparison;
  /** To be written; undefined when nothing but incidental facts changed, or when it failed. */
  write: Proof | undefined;
  /** Where a first run of the check was different; this one, the second, holds. */
  unsteady?: string[] | undefined;
}

interface JudgeOptions {
  check: boolean;
  expiresAfterDays: number;
  now: Date;
}

/** Decides what an attempt means. Pure. */
export function judgeAttempt(attempt: Attempt, receipt: Receipt | undefined, options: JudgeOptions): Outcome {
  const {job, proof} = attempt;
  const nothing: Comparison = {broken: [], moved: []};
  if (proof === undefined) return {attempt, status: 'failed', comparison: nothing, write: undefined};
  const recorded = receipt?.proofs.find(
    (one) => one.world === job.world && one.variant === job.variant && one.platform === job.platform,
  );
  if (recorded === undefined) return judgeFirst(attempt, seal(job.example.id, proof), options.check);
  const measured = seal(job.example.id, keepMoved(recorded, keepReproducibility(recorded, proof)));
  const scenarios = scenariosOf(job.example.manifest, job.variant);
  const comparison = compareProofs(recorded, measured, scenarios);
  comparison.broken.push(...irreproducible(recorded, measured));
  if (options.check) {
    const status =
      comparison.broken.length > 0 ? 'differs' : comparison.moved.length > 0 ? 'moved' : 'unchanged';
    return {attempt, status, comparison, write: undefined};
  }
  const changed = comparison.broken.length + comparison.moved.length > 0;
  const renew = changed || isAgeing(recorded, options);
  return {attempt, status: renew ? 'proved' : 'unchanged', comparison, write: renew ? measured : undefined};
}

/** Where a check finds nothing to compare with. */
const RECEIPT = 'receipt';

/** Under --check nothing was compared, which is no success, whatever the other world has. */
function judgeFirst(attempt: Attempt, proof: Proof, check: boolean): Outcome {
  if (!check) return {attempt, status: 'proved', comparison: {broken: [], moved: []}, write: proof};
  const to = `a ${proof.world} proof: run verify --bases ${proof.world} without --check and commit it`;
  return {
    attempt,
    status: 'differs',
    comparison: {broken: [{path: RECEIPT, from: 'absent', to}], moved: []},
    write: undefined,
  };
}

/** Whether there was nothing to compare with: doing it again would find nothing either. */
export function hasNoReceipt({comparison}: Outcome): boolean {
  return comparison.broken.some(({path}) => path === RECEIPT);
}

/** A run that did not build twice says nothing of reproducibility; what was measured before stands. */
function keepReproducibility(recorded: Proof, proof: Omit<Proof, 'seal'>): Omit<Proof, 'seal'> {
  const {image} = proof;
  if (image?.binary?.reproducible !== null || recorded.image?.binary == null) return proof;
  return {
    ...proof,
    image: {...image, binary: {...image.binary, reproducible: recorded.image.binary.reproducible}},
  };
}

/** On the same bases, upstream is where it was seen: only other pins, or another look at the registry, change that. */
function keepMoved(recorded: Proof, proof: Omit<Proof, 'seal'>): Omit<Proof, 'seal'> {
  return recorded.key === proof.key ? {...proof, moved: recorded.moved} : proof;
}

/** From the same bases, a program that was reproducible must come out the same. */
function irreproducible(recorded: Proof, measured: Proof): Comparison['broken'] {
  const [before, now] = [recorded.image?.binary, measured.image?.binary];
  const sameBases = recorded.bases.every(({ref, content}) =>
    measured.bases.some((base) => base.ref === ref && base.content === content),
  );
  if (
    before == null ||
    now == null ||
    before.reproducible !== true ||
    !sameBases ||
    before.sha256 === now.sha256
  )
    return [];
  return [{path: 'image.binary.sha256, from the same bases', from: before.sha256, to: now.sha256}];
}

/** A proof repeated in the second half of its life is dated anew, so that a weekly run keeps it from expiring. */
function isAgeing({provedAt}: Proof, {now, expiresAfterDays}: JudgeOptions): boolean {
  return now.getTime() - Date.parse(provedAt) > (expiresAfterDays / 2) * 86_400_000;
}
