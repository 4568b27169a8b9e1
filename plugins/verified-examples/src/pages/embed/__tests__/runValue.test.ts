import {describe, expect, it} from 'vitest';
import {hello, only, proofOf} from '../../../__tests__/fixtures';
import {partOf, valueOfRun} from '../runValue';

const [run] = proofOf(only(hello()), {
  stdout: '{"addresses":["10.0.0.1","10.0.0.2"],"seconds":5}\n',
}).scenarios;
if (run === undefined) throw new Error('the fixture has no run');

describe('a value of a run', () => {
  it.each([
    ['exit', 0],
    ['seconds', 0.2],
    ['dns', 0],
    ['stdout', '{"addresses":["10.0.0.1","10.0.0.2"],"seconds":5}'],
    ['stdout.seconds', 5],
    ['stdout.addresses', '10.0.0.1, 10.0.0.2'],
    ['stdout.addresses.length', 2],
    ['stdout.addresses.1', '10.0.0.2'],
  ])('%s', (path, value) => {
    expect(valueOfRun(run, path)).toBe(value);
  });

  it.each(['', 'exit.x', 'dns.0', 'stdout.size', 'stdout.toString', 'stderr.x', 'http.0.status', 'user'])(
    'is none: %s',
    (path) => {
      expect(valueOfRun(run, path)).toBeUndefined();
    },
  );
});

describe('a part of a value', () => {
  const text = '700 lookups: 500 sockets\nlocalhost: found';

  it('is what the group found, in any line', () => {
    expect(partOf(text, String.raw`(\d+) sockets`)).toBe('500');
    expect(partOf(text, String.raw`^localhost: (.+)$`)).toBe('found');
    expect(partOf('8 of 8', String.raw`(\d+)`)).toBe('8');
    expect(partOf(1400, '(14)')).toBe('14');
  });

  it.each([
    [String.raw`\d+ sockets`, 'expected one group in round brackets, found 0'],
    [String.raw`(\d+) (sockets)`, 'expected one group in round brackets, found 2'],
    [String.raw`(\d+) threads`, `nothing matches in ${JSON.stringify(text)}`],
    [String.raw`(\d+)`, 'the group found 700, 500: say which is meant'],
    ['(x)?found', 'the group found nothing'],
    ['(found', 'Unterminated group'],
  ])('is refused: %s', (expression, reason) => {
    expect(() => partOf(text, expression)).toThrow(reason);
  });
});
