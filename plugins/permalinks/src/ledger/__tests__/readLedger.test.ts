import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {revisionAddress} from '../../model';
import {blobPath, sha256Of} from '../blobs';
import {append, publish} from '../publish';
import {planWithdrawal} from '../plan';
import {LINES, readLedger} from '../readLedger';
import {later, linesOf, NOON, rechain, state, temporary, writeLines} from './fixtures';

const FIRST = state();
const SECOND = state({text: 'FROM alpine:3.23', provedAt: '2026-11-30T10:00:00Z'});
const OTHER = state({kind: 's', id: 'exec-not-found', page: '/fix/exec-not-found'});
const BLOB = blobPath(sha256Of(FIRST.files[1]?.bytes ?? new Uint8Array()));
let ledger: string;

/** Four lines: two addresses, a second revision of one, the other withdrawn. */
beforeEach(() => {
  ledger = path.join(temporary(), 'ledger');
  publish(ledger, [FIRST, OTHER], NOON);
  publish(ledger, [SECOND, OTHER], later(1));
  const read = readLedger(ledger);
  append(read, planWithdrawal(read, [revisionAddress(OTHER)], 'a typo', later(2)), later(2));
});

describe('readLedger', () => {
  it('takes what publish writes', () => {
    const {entries, subjects, orphans} = readLedger(ledger);
    expect(entries.map(({event}) => event)).toEqual(['published', 'published', 'published', 'withdrawn']);
    expect([...subjects.keys()]).toEqual(['/x/hello', '/s/exec-not-found']);
    expect(orphans).toEqual([]);
  });

  it('takes a missing ledger for an empty one', () => {
    expect(readLedger(path.join(temporary(), 'ledger')).entries).toEqual([]);
  });

  it('says that nothing was compared, and refuses that where it is asked to', () => {
    const {history} = readLedger(ledger);
    expect(history.state).toBe('unknown');
    expect(() => readLedger(ledger, {requireHistory: true})).toThrow(
      /can't be compared with what main had: git/,
    );
  });
});

/** Each is done to the ledger of four lines; those with a right chain by somebody who knows how it is made. */
const TAMPERINGS: Record<string, () => void> = {
  'a line was changed': () => {
    edit((lines) => lines.map((line) => line.replace('Title of exec-not-found', 'Another title')));
  },
  'a line was changed in a number of its chain': () => {
    edit((lines) => lines.map((line, index) => (index === 1 ? line.replace(/.{4}"}$/, '0000"}') : line)));
  },
  'a line was taken out': () => {
    edit((lines) => lines.filter((_, index) => index !== 1));
  },
  'two lines changed places': () => {
    edit(([one = '', two = '', ...rest]) => [two, one, ...rest]);
  },
  'the last line was cut': () => {
    const file = path.join(ledger, LINES);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -40));
  },
  'a line has spaces': () => {
    edit((lines) => lines.map((line) => line.replace('","', '", "')));
  },
  'a line says a key twice': () => {
    edit((lines) => lines.map((line) => line.replace('"event"', '"why":"x","event"')));
  },
  'a line has an event that does not exist': () => {
    rechain(ledger, (entries) => Object.assign(entries[3] ?? {}, {event: 'deleted'}));
  },
  'lines end with CRLF': () => {
    edit((lines) => lines.map((line) => `${line}\r`));
  },
  'a content was changed': () => {
    writeFileSync(path.join(ledger, BLOB), 'something else');
  },
  'a content is missing': () => {
    rmSync(path.join(ledger, BLOB));
  },
  'a content was renamed': () => {
    renameSync(path.join(ledger, BLOB), path.join(ledger, `${BLOB.slice(0, -4)}0000`));
  },
  'a content that nobody names': () => {
    mkdirSync(path.join(ledger, 'blobs/00'), {recursive: true});
    writeFileSync(path.join(ledger, 'blobs/00/1'), 'orphan');
  },
  'the last line is gone that published a content': () => {
    edit((lines) => lines.slice(0, 2));
  },
  'a revision is published twice': () => {
    rechain(ledger, (entries) => entries.push({...entries[0], on: later(3).toISOString()}));
  },
  'two states have the same twelve digits': () => {
    rechain(ledger, (entries) =>
      entries.push({
        ...entries[0],
        on: later(3).toISOString(),
        key: `${FIRST.key.slice(0, 12)}${'0'.repeat(52)}`,
      }),
    );
  },
  'an address is not of its key': () => {
    rechain(ledger, (entries) => Object.assign(entries[2] ?? {}, {key: FIRST.key}));
  },
  'an address is none': () => {
    rechain(ledger, (entries) => Object.assign(entries[2] ?? {}, {address: '/y/Hello@1'}));
  },
  'a revision has no page': () => {
    rechain(ledger, (entries) => delete (entries[0]?.files as Record<string, string>)['.html']);
  },
  'a revision has a file outside its folder': () => {
    rechain(ledger, (entries) =>
      Object.assign(entries[0]?.files as object, {'/../../index.html': sha256Of(Buffer.from('x'))}),
    );
  },
  'the moments go back': () => {
    rechain(ledger, (entries) => Object.assign(entries[2] ?? {}, {on: later(-1).toISOString()}));
  },
  'a proof is of nothing published': () => {
    rechain(ledger, (entries) => entries.push(proved('/x/hello@000000000000')));
  },
  'a withdrawn state is proved': () => {
    rechain(ledger, (entries) => entries.push(proved(revisionAddress(OTHER))));
  },
  'a withdrawal is of nothing published': () => {
    rechain(ledger, (entries) => Object.assign(entries[3] ?? {}, {address: '/s/other@000000000000'}));
  },
  'something moved that was not published': () => {
    rechain(ledger, (entries) => entries.push(moved('/x/old', '/x/hello')));
  },
  'something moved to nowhere': () => {
    rechain(ledger, (entries) => entries.push(moved('/x/hello', '/x/bye')));
  },
  'something moved in a circle': () => {
    rechain(ledger, (entries) =>
      entries.push(moved('/x/hello', '/s/exec-not-found'), moved('/s/exec-not-found', '/x/hello')),
    );
  },
  'an id is used for something else': () => {
    rechain(ledger, (entries) => {
      const third = {...entries[2], on: later(3).toISOString()};
      entries.splice(2, 2, moved('/x/hello', '/s/exec-not-found'), third);
    });
  },
};

describe('what was done to the ledger is refused', () => {
  it.each(Object.keys(TAMPERINGS))('%s', (name) => {
    TAMPERINGS[name]?.();
    expect(refusal()).toMatchSnapshot();
  });

  it('each with words of its own', () => {
    const said = new Set<string>();
    const whole = path.join(temporary(), 'whole');
    renameSync(ledger, whole);
    for (const tamper of Object.values(TAMPERINGS)) {
      rmSync(ledger, {recursive: true, force: true});
      copy(whole, ledger);
      tamper();
      said.add(refusal());
    }
    expect(said.size).toBe(Object.keys(TAMPERINGS).length);
  });

  it('all at once', () => {
    TAMPERINGS['a content is missing']?.();
    TAMPERINGS['a content that nobody names']?.();
    TAMPERINGS['a line was taken out']?.();
    const said = refusal();
    for (const one of [
      'is missing',
      'no entry names this',
      'the chain is broken',
      'was not published before',
    ])
      expect(said).toContain(one);
  });
});

function refusal(): string {
  try {
    readLedger(ledger);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was not refused.');
}

function edit(change: (lines: string[]) => string[]): void {
  writeLines(ledger, change(linesOf(ledger)));
}

function proved(address: string) {
  return {on: later(3).toISOString(), event: 'proved', address, provedAt: '2026-12-01T10:00:00Z'};
}

function moved(address: string, to: string) {
  return {on: later(3).toISOString(), event: 'moved', address, to};
}

function copy(from: string, to: string): void {
  if (existsSync(to)) throw new Error(`${to} is there`);
  cpSync(from, to, {recursive: true});
}
