import {expect, it} from 'vitest';
import {timeOfWork} from '../engineLog';

/** A command from one second to another, as recordDocker.mjs writes it. */
function command(id: string, args: string[], from: number, to: number, input?: 'ended'): object[] {
  const at = (seconds: number) => String(BigInt(seconds) * 1_000_000_000n);
  return [
    {event: 'start', id, time: at(from), args, env: {}},
    ...(input === undefined ? [] : [{event: 'eof', id, time: at(from)}]),
    {event: 'end', id, time: at(to), exit: 0},
  ];
}

const logOf = (...commands: object[][]) =>
  commands
    .flat()
    .map((line) => JSON.stringify(line))
    .join('\n');

it('counts work that overlaps once, and its sum beside', () => {
  const log = logOf(
    command('1', ['buildx', 'build', '.'], 0, 10),
    command('2', ['run', 'a'], 4, 12),
    command('3', ['run', 'b'], 5, 6),
    command('4', ['rm', 'a'], 20, 21),
  );
  expect(timeOfWork(log)).toEqual({covered: 13, sum: 20});
});

it('counts neither questions nor what waits for others', () => {
  const log = logOf(
    command('1', ['container', 'inspect', 'a'], 0, 5),
    command('2', ['run', '--interactive', 'lab'], 5, 50),
    command('3', ['run', '--name', 'cgo-guide-probe-1', 'a'], 5, 8),
    command('4', ['run', '--interactive', 'reads'], 10, 12, 'ended'),
  );
  expect(timeOfWork(log)).toEqual({covered: 2, sum: 2});
});
