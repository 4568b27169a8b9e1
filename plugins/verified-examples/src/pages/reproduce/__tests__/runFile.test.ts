import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {runFiles} from '../runFile';

/** The file of the run `greets`, with these lines in its scenario. */
function fileOf(lines: string): string[] {
  const yaml = MANIFEST.replace('title: greets', `title: greets\n${lines}`);
  const lab = {'examples/_lab/Dockerfile': 'FROM scratch\n'};
  const files = runFiles(only(hello({'examples/hello/example.yaml': yaml, ...lab})));
  return (files.find(({path}) => path === 'runs/greets/current.sh')?.text ?? '').split('\n').slice(1, -1);
}

const OUTCOME = ['exits 0', "stdout is 'hello\n'"].join('\n').split('\n');

it('marks the build of a slow variant, and no other', () => {
  const slow = MANIFEST.replace('  current:\n', '  current:\n    slow: true\n');
  const marked = [MANIFEST, slow].map((yaml) => {
    const files = runFiles(only(hello({'examples/hello/example.yaml': yaml})));
    return files.filter(({text}) => /^# slow$/m.test(text)).map(({path}) => path);
  });
  expect(marked).toEqual([[], ['runs/build/current.sh']]);
});

describe('the file of a run', () => {
  it('runs what the page shows and holds it to the manifest', () => {
    expect(fileOf('    env: {}')).toEqual(['run docker run --rm --network none hello:current', ...OUTCOME]);
  });

  it.each([
    [
      'joins: pid',
      'run docker run --rm --network none --pid container:app alpine:3.23 ps',
      'with: alpine:3.23, args: [ps]',
    ],
    ['inspect: container', "run docker inspect --format '{{.Path}}' app", "args: ['{{.Path}}']"],
  ])('of a look that %s compares the look, not what ends the container', (kind, run, rest) => {
    expect(fileOf(`    look: {${kind}, ${rest}}`)).toEqual([
      'prepare docker run -d --name app --network none hello:current',
      run,
      ...OUTCOME,
    ]);
  });

  it('of a look that takes a file takes it first', () => {
    expect(fileOf('    look: {take: /app, with: alpine:3.23, args: [od, /taken]}').slice(0, 4)).toEqual([
      'prepare docker create --name look hello:current',
      'prepare docker cp look:/app taken',
      'prepare docker rm look',
      'run docker run --rm --network none -v ./taken:/taken:ro alpine:3.23 od /taken',
    ]);
  });

  it('of a service asks it, ends it and reads what it printed', () => {
    expect(fileOf('    http: [{path: /healthz, expect: {exact: "ok\\n"}}]')).toEqual([
      'lab_image',
      'prepare docker run -d --name app --network none hello:current',
      'run docker run --rm --network container:app lab get -wait 15s http://127.0.0.1:8080/healthz',
      'exits 0',
      ...["stdout has '200\n'", "stdout is '200\nok\n'"].join('\n').split('\n'),
      'prepare docker stop app',
      'ended app',
      ...OUTCOME,
    ]);
  });
});
