import {describe, expect, it} from 'vitest';
import {copyIndex} from '../copyIndex';
import {readIndex} from '../readIndex';
import {published} from './published';

const index = copyIndex(published(), '2026-12-01');

describe('readIndex', () => {
  it('reads what was written', () => {
    expect(readIndex(JSON.stringify(index))).toEqual(index);
  });

  it.each([
    ['no JSON', 'x'],
    ['no object', '[]'],
    ['another format', JSON.stringify({...index, format: 2})],
    ['nothing of it', '{"format": 1}'],
    ['a line that is not there', JSON.stringify({...index, lines: []})],
    ['a file that is not there', JSON.stringify({...index, files: []})],
    ['a broken hash', JSON.stringify({...index, files: index.files.map((file) => ({...file, sha256: 'x'}))})],
    [
      'an unknown state',
      JSON.stringify({
        ...index,
        revisions: [
          {...index.revisions[0], state: {is: 'constructor'}},
          {...index.revisions[1], state: {is: 'moved'}},
          {...index.revisions[2], address: '/s/a@0123456789ab'},
        ],
      }),
    ],
  ])('refuses %s', (_, text) => {
    expect(() => readIndex(text)).toThrowErrorMatchingSnapshot();
  });
});

describe('copyIndex', () => {
  it('has once what revisions share', () => {
    const again = copyIndex([...published(), ...published()], null);
    expect(again.lines).toEqual(index.lines);
    expect(again.files).toEqual(index.files);
  });
});
