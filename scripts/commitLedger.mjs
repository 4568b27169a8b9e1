// @ts-check
import {spawnSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {fail, say} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags} from './lib/parseFlags.mjs';

const HELP = `npm run commit-ledger

Commits what npm run publish-revisions appended, and pushes it to main. The public workflow calls it before it deploys. It is
refused where main has commits that are not here: the run of these publishes.

  --help  this text`;

parseFlags(HELP, () => parseArgs({options: {help: HELP_FLAG}}));

const BOT = [
  ...['-c', 'user.name=github-actions[bot]'],
  ...['-c', 'user.email=41898282+github-actions[bot]@users.noreply.github.com'],
];

run('git', 'add', '--all', 'ledger');
if (spawnSync('git', ['diff', '--cached', '--quiet', '--', 'ledger']).status === 0) {
  say('Nothing was published');
} else {
  run('git', ...BOT, 'commit', '--message', 'Publish revisions', '--', 'ledger');
  run('git', 'push', 'origin', 'HEAD:refs/heads/main');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  const {status} = spawnSync(command, args, {stdio: 'inherit'});
  if (status !== 0) fail(`${command} ${args.join(' ')}: failed; see above.`);
}
