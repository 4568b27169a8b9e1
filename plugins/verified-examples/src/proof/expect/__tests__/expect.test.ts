import {describe, expect, it} from 'vitest';
import {hello, INSPECTION, MANIFEST, only, proofOf, TWIN_WORDS} from '../../../__tests__/fixtures';
import {readManifest} from '../../../example/collect/readManifest';
import type {Scenario} from '../../../example/model/scenario';
import {scenariosOf} from '../../../example/model/variant';
import type {ScenarioResult} from '../../model/receipt';
import {normalise} from '../normalise';
import {checkFacts} from '../facts';
import {checkProof} from '../proof';
import {checkScenario} from '../scenario';
import {checkText, quoteTail} from '../text';

function scenarioWith(yaml: string): Scenario {
  const manifest = readManifest(
    MANIFEST.replace(/ {2}- id: greets[\s\S]*$/, `  - id: greets\n    title: greets\n${yaml}`),
    'example.yaml',
    [],
  );
  const [scenario] = manifest === undefined ? [] : scenariosOf(manifest, 'plain');
  if (scenario === undefined) throw new Error('the manifest of this test is not valid');
  return scenario;
}

const RUN: ScenarioResult = {
  id: 'greets',
  title: 'greets',
  command: '',
  exit: 0,
  stdout: 'hello\n',
  stderr: '',
  seconds: 0.2,
  http: [],
  dns: [],
  files: [],
};

describe('checkText', () => {
  it('holds each condition to the text', () => {
    const expectation = {exact: 'a\n', contains: ['a', 'b'], absent: ['a'], regex: '^c$'};
    expect(checkText('stdout', expectation, 'a\n').map(({expected}) => expected)).toMatchInlineSnapshot(`
      [
        "a text with "b"",
        "a text without "a"",
        "a match of /^c$/m",
      ]
    `);
  });

  it('compares to the byte', () => {
    expect(checkText('stdout', {exact: 'a\n'}, 'a')).toHaveLength(1);
    expect(checkText('stdout', {exact: 'a\n'}, 'a\n')).toEqual([]);
  });

  it('shows the last lines of a long text', () => {
    expect(quoteTail(Array.from({length: 20}, (_, line) => `line ${line}`).join('\n'))).toMatch(
      /^\(8 lines before\)\nline 8\n[^]*line 19$/,
    );
  });
});

describe('checkScenario', () => {
  it('holds exit code, duration, HTTP answers, queries and files to what came', () => {
    const scenario = scenarioWith(`    network: lab
    http:
      - {path: /healthz, expect: {exact: ok}}
      - {path: /lookup, status: 503}
    dns:
      records: ["db.test. 60 IN A 10.0.0.5"]
      asked:
        - {name: db.test., type: A, times: 1}
        - {name: db.test., type: AAAA}
    expect:
      exit: 2
      duration: {min: 4s, max: 6s}
      files:
        - {path: /app, mode: "0755", owner: "0:0"}
        - {path: /bin/sh, exists: false}
        - {path: /etc/passwd, text: {contains: [nonroot]}}
`);
    const run: ScenarioResult = {
      ...RUN,
      http: [{request: 'GET /healthz', status: 200, body: 'no'}],
      dns: [
        {name: 'db.test.', type: 'A', transport: 'udp', server: '127.0.0.1:53', edns: true, sourcePort: 1},
      ],
      files: [
        {path: '/app', exists: true, mode: '0644', owner: '0:0', text: null},
        {path: '/bin/sh', exists: true, mode: '0755', owner: '0:0', text: null},
      ],
    };
    const texts = checkScenario(scenario, run).map(
      ({what, expected, got}) => `${what}: expected ${expected}, got ${got}`,
    );
    expect(texts).toMatchInlineSnapshot(`
      [
        "exit code: expected 2, got 0",
        "duration: expected at least 4s, got 0.2 s",
        "GET /healthz body: expected exactly "ok", got "no"",
        "GET /lookup: expected status 503, got no answer",
        "DNS queries: expected db.test. AAAA, at least 1 times, got db.test. A udp 127.0.0.1:53",
        "file /app mode: expected 0755, got 0644",
        "file /bin/sh: expected not in the image, got in the image",
        "file /etc/passwd: expected in the image, got not looked for",
      ]
    `);
  });

  it('holds no text of a file that was not read, whatever must be absent from it', () => {
    const scenario = scenarioWith(
      '    expect:\n      files:\n        - {path: /etc, text: {absent: [secret]}}\n',
    );
    const folder = {path: '/etc', exists: true, mode: '0755', owner: '0:0', text: null};
    expect(checkScenario(scenario, {...RUN, files: [folder]})).toMatchObject([
      {what: 'file /etc', expected: 'a file with text'},
    ]);
    expect(checkScenario(scenario, {...RUN, files: [{...folder, text: 'x'}]})).toEqual([]);
  });

  it('takes any failure for nonzero, and no success', () => {
    const scenario = scenarioWith('    expect: {exit: nonzero}\n');
    expect(checkScenario(scenario, {...RUN, exit: 127})).toEqual([]);
    expect(checkScenario(scenario, RUN)).toHaveLength(1);
  });
});

describe('checkFacts', () => {
  it('finds a wrong value and an unknown path', () => {
    const facts = {
      'binary.linkage': 'dynamic',
      'binary.go.settings.CGO_ENABLED': '0',
      'binary.needed': [],
      shell: null,
      'binary.nothing': 1,
    };
    expect(checkFacts(facts, INSPECTION).map(({what, got}) => `${what}: ${got}`)).toMatchInlineSnapshot(`
      [
        "fact binary.linkage: "static"",
        "fact binary.nothing: no such fact in the inspection",
      ]
    `);
  });
});

describe('checkProof', () => {
  const example = only(hello());

  it('finds a scenario that was not run', () => {
    expect(checkProof(example, {...proofOf(example), scenarios: []})).toMatchObject([
      {scenario: 'greets', what: 'run', got: 'nothing'},
    ]);
  });

  it('finds a build that failed, and one that did not fail as it must', () => {
    const proof = proofOf(example);
    expect(checkProof(example, {...proof, build: {...proof.build, outcome: 'failure'}})).toMatchObject([
      {what: 'build', expected: 'success'},
    ]);
    const failing = MANIFEST.replace(/facts:[\s\S]*$/, 'build: {failure: {contains: [no such file]}}\n');
    const must = only(hello({'examples/hello/example.yaml': failing}));
    const build = {...proof.build, outcome: 'failure' as const, output: 'something else'};
    expect(checkProof(must, {...proof, build, image: null, scenarios: []})).toMatchObject([
      {what: 'build output'},
    ]);
  });

  it('finds a twin that no longer shows its symptom', () => {
    const manifest = `${MANIFEST}twins:\n  - symptom: s-one\n${TWIN_WORDS}    text: exec /app\n    fails: greets\n    fix: {example: hello, scenario: greets}\n`;
    const twin = only(hello({'examples/hello/example.yaml': manifest}));
    expect(checkProof(twin, proofOf(twin))).toMatchObject([{what: 'symptom s-one', expected: '"exec /app"'}]);
  });
});

describe('normalise', () => {
  it('replaces what is true of one run only', () => {
    const text =
      '2026/11/23 06:45:00 listening\r\n{"time":"2026-11-23T06:45:00.123Z"} read udp 127.0.0.1:40123->127.0.0.1:53: i/o timeout in app-1234 pid 77\n';
    expect(normalise(text, {names: {'app-1234': '<container>'}, rules: [{regex: 'pid \\d+', as: 'pid <n>'}]}))
      .toMatchInlineSnapshot(`
      "<time> listening
      {"time":"<time>"} read udp 127.0.0.1:<port>->127.0.0.1:53: i/o timeout in <container> pid <n>
      "
    `);
  });

  it("leaves a resolver's own address and port alone", () => {
    expect(normalise('lookup db on 127.0.0.1:53: no such host', {})).toBe(
      'lookup db on 127.0.0.1:53: no such host',
    );
  });
});
