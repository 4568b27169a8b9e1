import {setMaxListeners} from 'node:events';
import type {BaseIdentity} from '../proof/keys/key';
import {receiptOf, writeProofs} from '../proof/receipt/write';
import {hasNoReceipt, judgeAttempt, type Outcome} from './judgeAttempt';
import type {VerifyOptions} from './flags';
import {confirmed, isFailure} from './outcomes';
import type {Job} from './plan';
import {mapLimited} from '../../../base-images/src/machine/parallel';
import {prove} from './prove';
import type {Progress} from './report/progress';
import type {Session} from './session';

interface ProveAllRequest {
  session: Session;
  jobs: readonly Job[];
  identity: BaseIdentity;
  options: VerifyOptions;
  expiresAfterDays: number;
  progress: Progress;
  onOutcome: (outcome: Outcome) => unknown;
}

/**
 * Proves the jobs, some at a time, and writes each receipt as soon as its proof is there. When the engine fails,
 * what is under way is ended too. A check does a job again that failed, since a machine that is short of time can
 * stretch a lookup past its deadline; only what fails twice has failed.
 *
 * @returns Outcomes in the order of the jobs; none of what a budget left no time for
 */
export async function proveAll(request: ProveAllRequest): Promise<Outcome[]> {
  const {jobs, options, progress, identity, expiresAfterDays, onOutcome} = request;
  const failure = new AbortController();
  const signal = AbortSignal.any([request.session.signal, failure.signal]);
  setMaxListeners(0, signal);
  const session = {...request.session, signal};
  const writing = new Map<string, Promise<void>>();
  const started = performance.now();
  const isOver = () => options.budget !== undefined && performance.now() - started > options.budget;
  const outcomes = await mapLimited(jobs, options.jobs, async (job) => {
    if (isOver()) return undefined;
    try {
      const attempt = async () => {
        const made = await prove(session, job, identity, (step) => {
          progress.step(job, step);
        });
        const judged = {check: options.check, expiresAfterDays, now: new Date()};
        return judgeAttempt(made, receiptOf(job.example), judged);
      };
      const first = await attempt();
      const again = options.check && isFailure(first) && !hasNoReceipt(first);
      const outcome = again ? confirmed(first, await attempt()) : first;
      await inTurn(writing, job.example.id, () => write(outcome));
      progress.done(outcome);
      onOutcome(outcome);
      return outcome;
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  });
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function write({write: proof, attempt: {job}}: Outcome): Promise<void> {
  if (proof !== undefined) await writeProofs(job.example, receiptOf(job.example), [proof]);
}

/** Two variants of one example share a receipt: they write one after the other. */
async function inTurn(
  queues: Map<string, Promise<void>>,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(name, turn);
  await turn;
}
