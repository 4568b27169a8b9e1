import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {revisionAddress} from '../../model';
import {planWithdrawal} from '../plan';
import {append, publish} from '../publish';
import {LINES, readLedger} from '../readLedger';
import {later, linesOf, NOON, rechain, state, temporary, writeLines} from './fixtures';

let clone: string;
let ledger: string;

/** A clone whose main has a ledger of two lines; the second only withdraws, so that no content tells that it is gone. */
beforeEach(() => {
  clone = path.join(temporary(), 'clone');
  ledger = path.join(clone, 'ledger');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', clone]);
  publish(ledger, [state()], NOON);
  commit('publish');
  const read = readLedger(ledger);
  append(read, planWithdrawal(read, [revisionAddress(state())], 'wrong', later(1)), later(1));
  commit('withdraw');
});

describe('what main had of the ledger', () => {
  it('is all here', () => {
    expect(readLedger(ledger, {requireHistory: true}).history).toEqual({state: 'kept', ref: 'main'});
  });

  it('may have grown since', () => {
    publish(ledger, [state({text: 'FROM alpine:3.23'})], later(2));
    expect(readLedger(ledger, {requireHistory: true}).entries).toHaveLength(3);
  });

  it('lost its last line', () => {
    writeLines(ledger, linesOf(ledger).slice(0, 1));
    expect(refusal()).toMatchSnapshot();
  });

  it('has a line that was changed, with a chain that holds', () => {
    rechain(ledger, (entries) => Object.assign(entries[0] ?? {}, {title: 'Another'}));
    expect(refusal()).toMatchSnapshot();
  });

  it('is gone altogether', () => {
    rmSync(ledger, {recursive: true});
    expect(refusal()).toMatchSnapshot();
  });

  it('lost a line in a commit of main itself', () => {
    writeLines(ledger, linesOf(ledger).slice(0, 1));
    commit('lose');
    expect(refusal().replace(/[0-9a-f]{40}/g, 'COMMIT')).toMatchSnapshot();
  });

  it('has a line again that a commit had lost', () => {
    const lines = linesOf(ledger);
    writeLines(ledger, lines.slice(0, 1));
    commit('lose');
    writeLines(ledger, lines);
    commit('restore');
    expect(readLedger(ledger).history.state).toBe('kept');
  });

  it('is asked of origin/main before the main of here', () => {
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    git('switch', '--quiet', '--create', 'topic');
    git('branch', '--quiet', '--force', 'main', 'HEAD^');
    writeLines(ledger, linesOf(ledger).slice(0, 1));
    expect(refusal()).toContain('origin/main has another line here');
  });

  it('counts up to where a branch left main', () => {
    git('switch', '--quiet', '--create', 'topic', 'HEAD^');
    expect(linesOf(ledger)).toHaveLength(1);
    expect(readLedger(ledger, {requireHistory: true}).history).toEqual({state: 'kept', ref: 'main'});
    rechain(ledger, (entries) => Object.assign(entries[0] ?? {}, {title: 'Another'}));
    commit('change it on the branch');
    expect(refusal()).toContain('published.ndjson:1: main has another line here');
  });

  it('is not known in a shallow clone', () => {
    const shallow = path.join(temporary(), 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${clone}`, shallow]);
    expect(readLedger(path.join(shallow, 'ledger')).history).toMatchInlineSnapshot(`
      {
        "state": "unknown",
        "why": "this is a shallow clone, without the history of main (fetch-depth: 0)",
      }
    `);
  });

  it('is not known without a commit', () => {
    const empty = temporary();
    execFileSync('git', ['init', '--quiet', empty]);
    expect(readLedger(path.join(empty, 'ledger')).history).toEqual({
      state: 'unknown',
      why: 'there is no commit yet',
    });
  });

  it('is compared where attributes keep git from counting lines', () => {
    writeFileSync(path.join(clone, '.gitattributes'), 'ledger/** binary\n');
    writeLines(ledger, linesOf(ledger).slice(0, 1));
    commit('lose, and hide it');
    expect(refusal()).toContain('has another line here');
  });
});

const ENV = {
  ...process.env,
  ...{
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@localhost',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@localhost',
  },
};

function git(...args: string[]): void {
  execFileSync('git', args, {cwd: clone, env: ENV});
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

function refusal(): string {
  try {
    readLedger(ledger);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`It was not refused; ${LINES} is whole.`);
}
