// @ts-check
import {spawnSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {fail, say} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags} from './lib/parseFlags.mjs';

const HELP = `npm run propose

Commits the pins, the receipts and the radar that changed to a branch, pushes it, and opens a pull request with gh.

  --help  this text`;

parseFlags(HELP, () => parseArgs({options: {help: HELP_FLAG}}));

/** What `npm run radar` and `npm run verify -- --update-pins` write. */
const WRITTEN = ['examples', 'plugins/base-images'];
const BOT = [
  ...['-c', 'user.name=github-actions[bot]'],
  ...['-c', 'user.email=41898282+github-actions[bot]@users.noreply.github.com'],
];

run('git', 'add', '--all', ...WRITTEN);
if (spawnSync('git', ['diff', '--cached', '--quiet']).status === 0) {
  say('No pin and no receipt has changed');
} else {
  run('git', 'switch', '--create', `upstream/${new Date().toISOString().slice(0, 10)}`);
  run('git', ...BOT, 'commit', '--message', 'Prove the examples against the bases of today');
  run('git', 'push', '--set-upstream', 'origin', 'HEAD');
  run('gh', 'pr', 'create', '--fill');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  const {status} = spawnSync(command, args, {stdio: 'inherit'});
  if (status !== 0) fail(`${command} ${args.join(' ')}: failed; see above.`);
}
