import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {sha256Of} from '../blobs';
import {readStates, writeStates} from '../states';
import {state, temporary} from './fixtures';

const STATES = [state(), state({id: 'bye', archives: []})];
let dir: string;

beforeEach(() => {
  dir = path.join(temporary(), '.generated/states');
});

describe('the states of a build', () => {
  it('come back as they were', () => {
    writeStates(dir, [state({text: 'before'})]);
    writeStates(dir, STATES);
    expect(readStates(dir)).toEqual(STATES);
    expect(readdirSync(path.dirname(dir))).toEqual(['states']);
  });

  it('are refused where there are none', () => {
    expect(refusal()).toMatchSnapshot();
  });

  it('are refused without their index', () => {
    mkdirSync(dir, {recursive: true});
    writeFileSync(path.join(dir, sha256Of(Buffer.from('x'))), 'x');
    expect(refusal()).toMatchSnapshot();
  });

  it('are refused with half an index', () => {
    mkdirSync(dir, {recursive: true});
    writeFileSync(path.join(dir, 'index.json'), '{"version": 1, "states": [');
    expect(refusal()).toMatchSnapshot();
  });

  it('are refused with a file missing and another changed, which names both', () => {
    writeStates(dir, STATES);
    const [one, two] = STATES.map(({files}) => sha256Of(files[0]?.bytes ?? new Uint8Array()));
    rmSync(path.join(dir, one ?? ''));
    writeFileSync(path.join(dir, two ?? ''), 'changed');
    expect(refusal()).toMatchSnapshot();
  });

  it('leave those of before where the new ones can not be written', () => {
    writeStates(dir, STATES);
    const bad = [{...state(), files: [{path: '.html', bytes: undefined as unknown as Uint8Array}]}];
    expect(() => {
      writeStates(dir, bad);
    }).toThrow();
    expect(existsSync(dir) && readStates(dir)).toEqual(STATES);
  });
});

function refusal(): string {
  try {
    readStates(dir);
  } catch (error) {
    return (error as Error).message.replaceAll(path.dirname(path.dirname(dir)), '');
  }
  throw new Error('They were not refused.');
}
