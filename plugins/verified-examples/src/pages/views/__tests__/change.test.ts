import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {changeView, formatChange} from '../change';

const DOCKERFILE = `FROM golang:1.27 AS build
RUN CGO_ENABLED=1 go build -o /app .

# Without C.
FROM golang:1.27 AS build-pure
RUN CGO_ENABLED=0 go build -o /app .

FROM scratch AS cgo
COPY --from=build /app /app

FROM scratch AS pure
COPY --from=build-pure /app /app
`;
const EXAMPLE = only(
  hello({
    'examples/hello/Dockerfile': DOCKERFILE,
    'examples/hello/example.yaml': `${MANIFEST.replace(
      '  current:\n    title: Go 1.27\n',
      '  cgo:\n    title: C\n    target: cgo\n  pure:\n    title: no C\n    target: pure\n',
    )}  - id: slow
    title: asks one server
    network: lab
    env: {GODEBUG: netdns=cgo}
    args: [lookup, db.test]
    dns: {records: ['db.test. 60 IN A 10.0.0.5'], servers: [{listen: 127.0.0.1, faults: [{kind: silent}]}]}
    expect: {stdout: {exact: 'x'}}
  - id: quick
    title: asks two servers
    network: lab
    env: {GODEBUG: netdns=go}
    readOnly: true
    args: [lookup, db.test.]
    dns: {records: ['db.test. 60 IN A 10.0.0.5'], servers: [{listen: 127.0.0.1}, {listen: 127.0.0.2}], options: ['timeout:1']}
    expect: {stdout: {exact: 'x'}}
`,
  }),
);

function changed(fails: [string, string], fix: [string, string], shows?: string[]): string[] {
  const [one, other] = [fails, fix].map(([variant, scenario]) => ({example: EXAMPLE, variant, scenario}));
  if (one === undefined || other === undefined) throw new Error('no runs');
  return changeView(one, other, shows).map((change) => `${change.of}\n${formatChange(change)}`);
}

describe('what a fix changes', () => {
  it('is the lines of the stages that make the image, whatever the stages are called', () => {
    expect(changed(['cgo', 'greets'], ['pure', 'greets'])).toEqual([
      'Dockerfile\n- RUN CGO_ENABLED=1 go build -o /app .\n+ RUN CGO_ENABLED=0 go build -o /app .',
    ]);
  });

  it('is words of the run and lines of what it mounts, without the name of the lab', () => {
    expect(changed(['pure', 'slow'], ['pure', 'quick'])).toEqual([
      'docker run\n- -e GODEBUG=netdns=cgo\n- lookup db.test\n+ --read-only\n+ -e GODEBUG=netdns=go\n+ lookup db.test.',
      '/etc/resolv.conf\n+ nameserver 127.0.0.2\n+ options timeout:1',
    ]);
  });

  it('is cut to the lines that the manifest names', () => {
    expect(changed(['pure', 'slow'], ['pure', 'quick'], ['GODEBUG'])).toEqual([
      'docker run\n- -e GODEBUG=netdns=cgo\n+ -e GODEBUG=netdns=go',
    ]);
    expect(changed(['pure', 'slow'], ['pure', 'quick'], [])).toEqual([]);
  });

  it('is nothing between equal runs', () => {
    expect(changed(['pure', 'greets'], ['pure', 'greets'])).toEqual([]);
  });
});
