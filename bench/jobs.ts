/**
 * `verify --force` with two jobs against one, on the engine that the verifier finds or starts for itself.
 *
 *   jiti bench/jobs.ts [all | <example…>]
 */
import {CopyOfSite} from '../plugins/verified-examples/src/__tests__/copyOfSite';
import {forceVerify, namedExamples} from './lib/forceVerify';
import {printTable} from './lib/stats';

const examples = namedExamples(process.argv.slice(2));
const site = new CopyOfSite();
try {
  process.stderr.write('warming up: bases, lab, caches of the compiler\n');
  forceVerify(site, {examples, jobs: '2'});
  const [one, two] = [forceVerify(site, {examples, jobs: '1'}), forceVerify(site, {examples, jobs: '2'})];
  printTable(
    [one, two].map((seconds, index) => ({
      side: `verify --jobs ${index + 1}`,
      s: seconds.toFixed(1),
      'times --jobs 1': (seconds / one).toFixed(2),
    })),
  );
} finally {
  site.remove();
}
