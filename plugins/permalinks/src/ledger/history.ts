import {spawnSync} from 'node:child_process';
import path from 'node:path';

/** What the main branch had of the ledger, held against what is here. */
export type History =
  | {state: 'kept'; ref: string}
  /** Nothing could be compared. Never good: a line may be gone. */
  | {state: 'unknown'; why: string}
  | {state: 'lost'; problems: {line: number; message: string}[]};

const REFS = ['origin/main', 'main', 'HEAD'];

/**
 * Holds the ledger against every version that the main branch ever had, up to where this branch left it: each line of it must be
 * here, byte for byte, at its place. The last version is compared, and each that a commit took a line from; a commit that only
 * added can't have lost one.
 *
 * @param file - The ledger, which need not exist
 * @param text - What is in it
 */
export function compareHistory(file: string, text: string): History {
  const [cwd, name] = [
    path.dirname(path.dirname(file)),
    `./${path.join(path.basename(path.dirname(file)), path.basename(file))}`,
  ];
  const git = gitIn(cwd);
  const work = git('rev-parse', '--is-shallow-repository');
  if (!work.ok) return {state: 'unknown', why: work.said};
  if (work.out.trim() === 'true')
    return {state: 'unknown', why: 'this is a shallow clone, without the history of main (fetch-depth: 0)'};
  const ref = REFS.find((one) => git('rev-parse', '--verify', '--quiet', `${one}^{commit}`).ok);
  if (ref === undefined) return {state: 'unknown', why: 'there is no commit yet'};
  const base = git('merge-base', ref, 'HEAD');
  const versions = versionsOf(git, ref, base.ok ? base.out.trim() : ref, name);
  if ('why' in versions) return {state: 'unknown', why: versions.why};
  const problems = versions.texts.flatMap(({commit, text: old}) => lostLines(old, text, commit));
  const first = new Map(problems.map((problem) => [problem.line, problem] as const).reverse());
  return problems.length === 0 ? {state: 'kept', ref} : {state: 'lost', problems: [...first.values()]};
}

type Git = (...args: string[]) => {ok: boolean; out: string; said: string};

function gitIn(cwd: string): Git {
  return (...args) => {
    const {status, stdout, stderr, error} = spawnSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
      env: {...process.env, LC_ALL: 'C'},
    });
    const said = error === undefined ? stderr.trim().split('\n')[0] : error.message;
    return {ok: status === 0, out: stdout, said: `git ${args[0] ?? ''}: ${said ?? 'failed'}`};
  };
}

/** The version of `last`, which is called by the name of its branch, and each from which a commit before it took lines. */
function versionsOf(
  git: Git,
  ref: string,
  last: string,
  name: string,
): {texts: {commit: string; text: string}[]} | {why: string} {
  const log = git(
    ...['log', '--first-parent', '--diff-merges=first-parent', '--no-renames'],
    ...['--format=commit %H', '--numstat', last, '--', name],
  );
  if (!log.ok) return {why: log.said};
  const commits = [last];
  let commit = '';
  for (const line of log.out.split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice('commit '.length);
    const [, removed] = /^\S+\t(\S+)\t/.exec(line) ?? [];
    // Attributes may say that lines are not to be counted; then every version is compared.
    if (removed === '-') commits.push(commit);
    else if (removed !== undefined && removed !== '0') commits.push(`${commit}^`);
  }
  const texts: {commit: string; text: string}[] = [];
  for (const one of commits) {
    const listed = git('ls-tree', '--name-only', one, '--', name);
    if (!listed.ok) return {why: listed.said};
    if (listed.out === '') continue;
    const shown = git('show', `${one}:${name}`);
    if (!shown.ok) return {why: shown.said};
    texts.push({commit: one === last ? ref : one, text: shown.out});
  }
  return {texts};
}

function lostLines(old: string, text: string, commit: string): {line: number; message: string}[] {
  const [before, now] = [old.split('\n'), text.split('\n')];
  const lost = before.flatMap((line, index) => (line === '' || line === now[index] ? [] : [index + 1]));
  const first = lost.filter((line) => !lost.includes(line - 1));
  return first.map((line) => {
    const last = lost.find((one) => one >= line && !lost.includes(one + 1)) ?? line;
    const message =
      last === line
        ? `${commit} has another line here, which is gone or changed`
        : `lines ${line} to ${last} of ${commit} are gone or changed`;
    return {line, message};
  });
}
