import {expect, it} from 'vitest';
import {EngineError} from '../../engine/types';
import {withEngine} from '../withEngine';

/** An engine that notes what it is asked for, and fails at the questions that are named by their number. */
function engine(failing: Readonly<Record<number, string>> = {}) {
  const asked: string[] = [];
  const answer = (question: string) => () => {
    asked.push(question);
    const said = failing[asked.length];
    return said === undefined ? Promise.resolve() : Promise.reject(new EngineError(said));
  };
  return {asked, sweep: answer('sweep'), close: answer('close')};
}

/** What a run of the work ends with, and what it notes beside that. */
async function outcome(one: ReturnType<typeof engine>, work: () => Promise<unknown>) {
  const notes: string[] = [];
  const end = await withEngine(one, work, (line) => notes.push(line)).catch((error: unknown) => error);
  return {end, notes, asked: one.asked};
}

const fine = () => Promise.resolve(5);
const broken = () => Promise.reject(new EngineError('no space left on device'));

it('sweeps around the work and closes', async () => {
  expect(await outcome(engine(), fine)).toEqual({end: 5, notes: [], asked: ['sweep', 'sweep', 'close']});
});

it('closes when a sweep fails, before the work or after it', async () => {
  for (const failing of [1, 2]) {
    const {end, asked} = await outcome(engine({[failing]: 'not swept'}), fine);
    expect(end).toEqual(new EngineError('not swept'));
    expect(asked.at(-1)).toBe('close');
  }
});

it('fails when closing fails', async () => {
  const {end, notes} = await outcome(engine({3: 'not closed'}), fine);
  expect([end, notes]).toEqual([new EngineError('not closed'), []]);
});

it('reports what the work failed with, and notes what sweeping and closing did', async () => {
  const {end, notes, asked} = await outcome(engine({2: 'not swept', 3: 'not closed'}), broken);
  expect(end).toEqual(new EngineError('no space left on device'));
  expect(notes).toEqual(['Cleaning up failed too: not swept', 'Cleaning up failed too: not closed']);
  expect(asked).toEqual(['sweep', 'sweep', 'close']);
});

it('notes a failure once that sweeping and closing share', async () => {
  const gone = 'Cannot connect to the Docker daemon';
  const {end, notes} = await outcome(engine({2: gone, 3: gone}), broken);
  expect(end).toEqual(new EngineError('no space left on device'));
  expect(notes).toEqual([`Cleaning up failed too: ${gone}`]);
  expect((await outcome(engine({1: gone, 2: gone}), fine)).notes).toEqual([]);
});
