import type {Collection} from '../proof/collection';
import type {State} from '../proof/gate/state';
import {concerns, twinsOf} from './concerned';
import {EXIT, type ExitCode} from './exitCode';
import type {VerifyOptions} from './flags';
import {writeReports} from './report/files';

/** Says that everything asked for is proved, and how fresh that is; twins that are broken all the same fail. */
export function nothingToDo(collection: Collection, options: VerifyOptions): ExitCode {
  if (!options.list) writeReports({outcomes: [], seconds: 0}, options);
  const twins = twinsOf(collection, options);
  if (twins.length > 0) {
    process.stderr.write(`${twins.join('\n')}\n`);
    return EXIT.failed;
  }
  const concerned = collection.standings.filter(({example}) => concerns(options, example.id));
  const count = (state: State) => concerned.filter((standing) => standing.state === state).length;
  const parts = [
    `${count('verified')} proofs are fresh`,
    ...(count('expired') > 0 ? [`${count('expired')} expired`] : []),
    ...(count('moved') > 0 ? [`${count('moved')} made before upstream moved`] : []),
  ];
  process.stdout.write(`Nothing to prove: ${parts.join(', ')}.\n`);
  return EXIT.proved;
}
