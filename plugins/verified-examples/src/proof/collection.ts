import {readPins} from '../../../base-images/src/pins';
import {discoverExamples} from '../example/collect/discover';
import type {Example} from '../example/collect/example';
import {readNotReproduced} from '../example/collect/notReproduced';
import {ProblemsError, type Problem} from '../problems';
import {baseIdentity} from './bases/identity';
import {reportImpossibleFacts} from './expect/reportFacts';
import {standingsOf, type Standing} from './gate/state';
import {brokenTwins, type BrokenTwin} from './gate/twins';
import type {BaseIdentity} from './keys/key';
import type {NotReproduced} from '../example/model/notReproduced';
import {readReceipt, type ReadReceipt} from './receipt/read';
import type {PluginOptions} from '../settings';

/** All examples of a site with what is proved of them: what the gate, the verifier and the pages start from. */
export interface Collection {
  examples: readonly Example[];
  receipts: ReadonlyMap<string, ReadReceipt>;
  standings: readonly Standing[];
  twins: readonly BrokenTwin[];
  identity: BaseIdentity;
  /** Symptoms that nothing here prints, with the reasons. */
  notReproduced: readonly NotReproduced[];
}

/** What a collection is read for. */
interface Purpose {
  now?: Date;
  /** What must be right for this purpose beside all that a proof depends on. */
  check?: (
    read: Pick<Collection, 'examples' | 'notReproduced'>,
    examplesPath: string,
    problems: Problem[],
  ) => void;
}

/** @throws ProblemsError with all that is wrong with the examples, when anything is */
export function refuseInvalid(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError('The examples are not valid', problems);
}

/**
 * Reads and validates every example and its receipt, and recomputes every key from the bytes on disk.
 *
 * @throws ProblemsError listing everything wrong with any example
 */
export function collect(
  siteDir: string,
  options: PluginOptions,
  {now = new Date(), check}: Purpose = {},
): Collection {
  const {examples, problems} = discoverExamples(siteDir, options.path);
  reportImpossibleFacts(examples, problems);
  const symptoms = examples.flatMap(({manifest}) => manifest.twins.map(({symptom}) => symptom));
  const notReproduced = readNotReproduced(siteDir, options.path, symptoms, problems);
  check?.({examples, notReproduced}, options.path, problems);
  refuseInvalid(problems);
  const identity = baseIdentity(readPins(siteDir));
  const receipts = new Map(examples.map((example) => [example.id, readReceipt(example)]));
  const standings = examples.flatMap((example) =>
    standingsOf(example, receipts.get(example.id) ?? {receipt: undefined}, {
      identity,
      now,
      expiresAfterDays: options.expiresAfterDays,
    }),
  );
  return {examples, receipts, standings, twins: brokenTwins(standings), identity, notReproduced};
}
