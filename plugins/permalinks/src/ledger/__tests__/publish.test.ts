import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {revisionAddress} from '../../model';
import type {Asked} from '../plan';
import {listBlobs} from '../blobs';
import {publish} from '../publish';
import {LINES, readLedger} from '../readLedger';
import {later, linesOf, NOON, state, temporary} from './fixtures';

const OLD = state();
const NEW = state({text: 'FROM alpine:3.23', provedAt: '2026-11-30T10:00:00Z'});
const OTHER = state({id: 'bye'});
let ledger: string;

beforeEach(() => {
  ledger = path.join(temporary(), 'ledger');
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What was appended, in words. */
function publishing(states: Parameters<typeof publish>[1], days = 0, asked?: Asked): string[] {
  const {drafts} = publish(ledger, states, later(days), asked);
  return drafts.map(
    (draft) => `${draft.event} ${draft.event === 'corrected' ? draft.erratum : draft.address}`,
  );
}

function current(): string | undefined {
  return readLedger(ledger).subjects.get('/x/hello')?.current.published.address;
}

describe('publish', () => {
  it('gives each state an address, once', () => {
    expect(publishing([OLD, OTHER])).toEqual([
      `published ${revisionAddress(OLD)}`,
      `published ${revisionAddress(OTHER)}`,
    ]);
    expect(publishing([OLD, OTHER])).toEqual([]);
    expect(linesOf(ledger)).toHaveLength(2);
  });

  it('keeps a content that several have once', () => {
    publishing([OLD]);
    const before = listBlobs(ledger).length;
    publishing([OLD, {...OTHER, files: [...OTHER.files.slice(0, 3), ...OLD.files.slice(3)], archives: []}]);
    expect(listBlobs(ledger).length - before).toBe(3);
  });

  it('publishes what is shown otherwise, and says why', () => {
    publishing([OLD]);
    expect(publishing([NEW], 1, {why: 'Alpine 3.22 has no support any more'})).toEqual([
      `published ${revisionAddress(NEW)}`,
    ]);
    const [one] = readLedger(ledger).subjects.get('/x/hello')?.revisions ?? [];
    expect(one?.superseded).toMatchObject({
      on: later(1).toISOString(),
      why: 'Alpine 3.22 has no support any more',
    });
  });

  it('appends a date alone for the same that was proved again, whatever its bytes are now', () => {
    publishing([OLD]);
    const blobs = listBlobs(ledger);
    const again = {...OLD, provedAt: '2026-12-01T10:00:00.000Z', files: NEW.files};
    expect(publishing([again], 1)).toEqual([`proved ${revisionAddress(OLD)}`]);
    expect(publishing([again], 2)).toEqual([]);
    expect(publishing([OLD], 3)).toEqual([]);
    expect(listBlobs(ledger)).toEqual(blobs);
    expect(readLedger(ledger).subjects.get('/x/hello')?.current.proofs).toEqual([
      OLD.provedAt,
      again.provedAt,
    ]);
  });

  it('makes a state that comes back the current one again', () => {
    publishing([OLD]);
    publishing([NEW], 1);
    expect(current()).toBe(revisionAddress(NEW));
    expect(publishing([OLD], 2, {why: '3.23 was taken back'})).toEqual([`proved ${revisionAddress(OLD)}`]);
    expect(current()).toBe(revisionAddress(OLD));
    const [old, fresh] = readLedger(ledger).subjects.get('/x/hello')?.revisions ?? [];
    expect(old?.superseded).toBeUndefined();
    expect(old?.predecessor).toBe(fresh);
    expect(fresh?.superseded).toMatchObject({by: old, why: '3.23 was taken back'});
    expect(old?.proofs).toEqual([OLD.provedAt]);
  });

  it('appends errata that it does not have', () => {
    expect(publishing([OLD], 0, {errata: ['one']})).toContain('corrected one');
    expect(publishing([OLD], 0, {errata: ['one', 'two']})).toEqual(['corrected two']);
  });

  it('leads an address elsewhere, whose example has another name now', () => {
    publishing([OLD]);
    expect(publishing([OTHER], 1, {moved: [{address: '/x/hello', to: '/x/bye'}]})).toEqual([
      `published ${revisionAddress(OTHER)}`,
      'moved /x/hello',
    ]);
    expect(publishing([OTHER], 2)).toEqual([]);
  });
});

/** What keeps a second publication from being written, after OLD and OTHER were published. */
const REFUSED: Record<string, () => unknown> = {
  'ids that are gone': () => publishing([], 1),
  'an id that moved and is used again': () => {
    publishing([OTHER], 1, {moved: [{address: '/x/hello', to: '/x/bye'}]});
    publishing([NEW, OTHER], 2);
  },
  'a move of what is still shown': () =>
    publishing([OLD, OTHER], 1, {moved: [{address: '/x/hello', to: '/x/bye'}]}),
  'a move of what was never published, and to nowhere': () =>
    publishing([OLD, OTHER], 1, {
      moved: [
        {address: '/x/old', to: '/x/bye'},
        {address: '/x/old', to: 'bye'},
      ],
    }),
  'two keys that begin alike': () =>
    publishing([state({key: `${OLD.key.slice(0, 12)}${'0'.repeat(52)}`}), OTHER], 1),
  'a reason for nothing': () => publishing([OLD, OTHER], 1, {why: 'because'}),
  'a clock that is behind': () => publishing([NEW, OTHER], -1),
  'states that are none': () =>
    publishing([
      {...OLD, id: 'Hello', key: 'abc', title: '', page: 'https://example.com', provedAt: 'today'},
      {
        ...OTHER,
        files: [
          {path: '.html', bytes: Buffer.from('<p>')},
          {path: '../x', bytes: Buffer.from('')},
        ],
      },
      {
        ...NEW,
        archives: [
          {path: '/Dockerfile', files: [{path: '/etc/passwd', bytes: Buffer.from(''), executable: false}]},
        ],
      },
      NEW,
    ]),
};

describe('what can not be published is refused, and nothing is written', () => {
  it.each(Object.keys(REFUSED))('%s', (name) => {
    publishing([OLD, OTHER]);
    expect(() => REFUSED[name]?.()).toThrowErrorMatchingSnapshot();
    expect(readLedger(ledger).entries.filter(({event}) => event === 'published')).toHaveLength(2);
  });

  it('a ledger that is not whole', () => {
    publishing([OLD]);
    writeFileSync(path.join(ledger, LINES), 'x\n');
    expect(() => publishing([OLD, OTHER], 1)).toThrow('it is not JSON');
  });

  it('a ledger that another process writes meanwhile', () => {
    publishing([OLD]);
    const write = writeFileAtomic.sync.bind(writeFileAtomic);
    vi.spyOn(writeFileAtomic, 'sync').mockImplementationOnce((...args) => {
      write(...args);
      writeFileSync(path.join(ledger, LINES), `${readFileSync(path.join(ledger, LINES), 'utf8')}x`);
    });
    expect(() => publishing([NEW], 1)).toThrow('was written by another process meanwhile');
  });
});

describe('a publication that is killed', () => {
  it('leaves at each of its writes a ledger as it was, and the next one ends it', () => {
    const write = writeFileAtomic.sync.bind(writeFileAtomic);
    let writes = 0;
    for (let dies = 1; ; dies++) {
      rmSync(ledger, {recursive: true, force: true});
      publish(ledger, [OLD], NOON);
      writes = 0;
      const spy = vi.spyOn(writeFileAtomic, 'sync').mockImplementation((...args) => {
        writes++;
        if (writes === dies) throw new Error('killed');
        write(...args);
      });
      try {
        publish(ledger, [NEW, OTHER], later(1));
        spy.mockRestore();
        break;
      } catch (error) {
        expect((error as Error).message).toBe('killed');
      }
      spy.mockRestore();
      expect(readLedger(ledger, {allowOrphans: true}).entries).toHaveLength(1);
      publish(ledger, [NEW, OTHER], later(2));
      expect(readLedger(ledger).entries).toHaveLength(3);
    }
    // Seven contents, then the lines.
    expect(writes).toBe(8);
  });

  it('leaves contents, which are removed when nobody needs them, and written again when they are not whole', () => {
    publish(ledger, [OLD], NOON);
    const needed = path.join(ledger, 'blobs', 'aa');
    mkdirSync(needed, {recursive: true});
    // A rest of write-file-atomic.
    writeFileSync(path.join(needed, 'bb.123456'), 'half');
    expect(() => readLedger(ledger)).toThrow('no entry names this content');
    publish(ledger, [OLD], later(1));
    expect(readLedger(ledger).orphans).toEqual([]);

    const spy = vi.spyOn(writeFileAtomic, 'sync').mockImplementation((file, data) => {
      writeFileSync(file, (data as Buffer).subarray(0, 3));
      throw new Error('killed');
    });
    expect(() => publish(ledger, [NEW], later(2))).toThrow('killed');
    spy.mockRestore();
    publish(ledger, [NEW], later(3));
    expect(readLedger(ledger).entries).toHaveLength(2);
  });
});
