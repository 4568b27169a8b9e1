import {expect, it} from 'vitest';
import {normalise} from '../run/normalise';

it('puts words in place of what no two runs print alike', () => {
  const id = '0123456789abcdef'.repeat(4);
  const text = [
    `starting the container "${id}"`,
    `${'f'.repeat(64)} time="2026-11-28T14:21:32Z" level=error msg="x"`,
    'time="2026-11-28T14:21:32Z" level=error msg="error waiting for container: context canceled"',
    '{"msg":"x","level":"error","time":"2026-11-28T14:21:32.1Z"}',
    'E1128 14:21:32.536988    1474 log.go:32] "x"',
    'mount callback failed on /tmp/containerd-mount123: no users found',
    '\x1b[91m ---> Running in 5906163507a6\x1b[0m',
    '#5 0.234 /bin/sh: app: not found',
    '#4 DONE 0.1s',
    'ref 753cd597-c784-4254-817a-c9cbbb3db2cd::yy94np3vg6i1spwa6ctxf7hjp: "/nothing": not found',
    'runtime: failed to create new OS thread (have 10 already; errno=11)',
    'fatal error: newosproc',
    '',
    'goroutine 1 [running]:',
  ].join('\n');
  expect(normalise(text, {CONTAINER: id, POD: undefined})).toMatchSnapshot();
});
