import {expect, it} from 'vitest';
import {failureOf} from '../buildOutput';

const run = (cached: string, time: string) => `#8 ${cached}

#9 [no-compiler 1/1] RUN go build
#9 ${time} cgo: C compiler "gcc" not found
#9 ERROR: process "/bin/sh -c go build" did not complete successfully: exit code: 1
------
 > [no-compiler 1/1] RUN go build:
${time} cgo: C compiler "gcc" not found
------
Dockerfile:12
ERROR: failed to solve
`;

it('is the same whatever came out of the cache, and however long it took', () => {
  expect(failureOf(run('CACHED', '25.99'))).toBe(failureOf(run('DONE 3.1s', '0.868')));
  expect(failureOf(run('CACHED', '25.99'))).toMatchInlineSnapshot(`
    "------
     > [no-compiler 1/1] RUN go build:
    cgo: C compiler "gcc" not found
    ------
    Dockerfile:12
    ERROR: failed to solve
    "
  `);
});

it('has lines whole that BuildKit repeats only the end of', () => {
  const torn = `#9 [overwritten 1/1] RUN cp /out/app /srv/app
#9 1.003 cp: cannot create regular file '/srv/app': Text file busy
#9 ERROR: process "/bin/sh -c cp" did not complete successfully: exit code: 1
------
 > [overwritten 1/1] RUN cp /out/app /srv/app:
0.100 started
cannot create regular file '/srv/app': Text file busy
of no step
------
Dockerfile:79
`;
  expect(failureOf(torn)).toBe(`------
 > [overwritten 1/1] RUN cp /out/app /srv/app:
started
cp: cannot create regular file '/srv/app': Text file busy
of no step
------
Dockerfile:79
`);
});

it('is the whole output of a build without a summary', () => {
  expect(failureOf('STEP 3/3: RUN false\nError: building at STEP "RUN false"\n')).toBe(
    'STEP 3/3: RUN false\nError: building at STEP "RUN false"\n',
  );
});
