import {expect, it} from 'vitest';
import {CASES, casesOf} from '../cases';
import {ENGINES} from '../engines';
import {planOf} from '../plan';

it('asks each kind of engine in its own words', () => {
  const shown = ['missing-file', 'exec-without-shell', 'clone3-refused', 'out-of-memory', 'run-not-found'];
  const kinds = new Map(ENGINES.map((engine) => [engine.kind, engine]));
  const commands = [...kinds.values()].flatMap((engine) =>
    casesOf(engine)
      .filter(({id}) => shown.includes(id))
      .map((one) => {
        const {before, asked} = planOf(engine, one);
        return [...before, ...asked].join(' && ');
      }),
  );
  expect(commands.join('\n')).toMatchSnapshot();
});

it('leaves a case out for a kind of engine only with a reason', () => {
  for (const {id, gaps = {}} of CASES)
    for (const [kind, reason] of Object.entries(gaps))
      expect(`${id} ${kind}: ${reason}`).toMatch(/: \w+ .{20}/);
});

it('gives every case to some engine, and an id to one case', () => {
  const asked = new Set(ENGINES.flatMap((engine) => casesOf(engine).map(({id}) => id)));
  expect([...asked].sort()).toEqual(CASES.map(({id}) => id).sort());
});
