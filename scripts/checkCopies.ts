/** `npm run check-copies`: see plugins/permalinks/src/copies. */
import {copyIndex} from '../src/copies/copyIndex';
import {revisionsFromExamples} from '../plugins/permalinks/src/copies/fromExamples';
import {checkCopies} from '../plugins/permalinks/src/copies/run';
import {verifiedExamples} from '../plugins/siteOptions';
import {ROOT} from './lib/dependencies.mjs';

void checkCopies(process.argv.slice(2), {
  command: 'npm run check-copies --',
  ownIndex: () => copyIndex(revisionsFromExamples(ROOT, verifiedExamples.path ?? 'examples'), null),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
