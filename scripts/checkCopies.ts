/** `npm run check-copies`: see plugins/permalinks/src/copies. */
import {copyIndex} from '../src/copies/copyIndex';
import {revisionsOfLedger} from '../plugins/permalinks/src/copies/fromLedger';
import {checkCopies} from '../plugins/permalinks/src/copies/run';
import {ROOT} from './lib/dependencies.mjs';

void checkCopies(process.argv.slice(2), {
  command: 'npm run check-copies --',
  ownIndex: () => {
    const {revisions, asOf} = revisionsOfLedger(ROOT);
    return copyIndex(revisions, asOf);
  },
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
