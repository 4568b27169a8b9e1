/** What the file to download does, `bundle.ts` makes it. */
import {readIndex} from '../../../../src/copies/readIndex';
import {checkCopies} from './run';

/** The index, as JSON in a string: put in by the bundler. */
declare const COPY_INDEX: string;

void checkCopies(process.argv.slice(2), {
  command: 'node check-copies.mjs',
  ownIndex: () => readIndex(COPY_INDEX),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
