import {describe, expect, it} from 'vitest';
import {hello, only} from '../../../__tests__/fixtures';
import type {Manifest} from '../manifest';
import {binaryOf, buildOf, scenarioFor, scenariosOf} from '../variant';

const HEAD = `id: hello
title: Hello
summary: Says hello.
binary: /app
variants:
  go:
    title: Go
  musl:
    title: musl
    binary: null
  broken:
    title: broken
    build: {failure: {contains: [no gcc]}}
`;

const DNS = `    network: lab
    dns:
      records: [db.test. 60 IN A 10.0.0.5]
`;

const fixture = (scenario: string, rest = '') =>
  hello({
    'examples/hello/example.yaml': `${HEAD}scenarios:\n  - id: asks\n    title: asks\n${scenario}${rest}`,
  });
const manifestOf = (scenario: string, rest = ''): Manifest => only(fixture(scenario, rest)).manifest;
const problemsOf = (scenario: string, rest = ''): string[] =>
  fixture(scenario, rest).problems.map(({message}) => message);

const CELLS = `    cells:
      go: {expect: {exit: 1}, queries: 4, sockets: 4, asked: [{name: db.test., type: A, times: 2}]}
      musl: {expect: {stdout: {contains: [ok]}}, queries: 2, sockets: 1}
`;

describe('cells', () => {
  it('become an ordinary scenario of each variant, with nothing of the other', () => {
    const {scenarios} = manifestOf(DNS + CELLS);
    const [asks] = scenarios;
    expect(asks && scenarioFor(asks, 'go')).toMatchObject({
      id: 'asks',
      dns: {queries: 4, sockets: 4, asked: [{name: 'db.test.', type: 'A', times: 2}]},
      expect: {exit: 1},
    });
    const musl = asks && scenarioFor(asks, 'musl');
    expect(musl).toMatchObject({
      dns: {queries: 2, sockets: 1},
      expect: {exit: 0, stdout: {contains: ['ok']}},
    });
    expect(musl?.dns?.asked).toBeUndefined();
    expect(musl).not.toHaveProperty('cells');
    expect(asks && scenarioFor(asks, 'broken')).toBeUndefined();
  });

  it.each([
    ['beside expect', `${DNS}${CELLS}    expect: {exit: 1}\n`, 'expected exactly one of expect, cells'],
    ['none of the two', DNS, 'expected exactly one of expect, cells'],
    ['one too few', `${DNS}    cells: {go: {expect: {exit: 1}}}\n`, 'no cell for variant "musl"'],
    ['one too many', `    variants: [go]\n${DNS}${CELLS}`, 'the scenario runs in go alone'],
    ['of no variant', `${DNS}${CELLS}      glibc: {expect: {exit: 1}}\n`, 'no variant "glibc"'],
    [
      'of a variant that must not build',
      `${DNS}${CELLS}      broken: {expect: {exit: 1}}\n`,
      'variant "broken" must fail to build: no scenario runs in it',
    ],
    [
      'under counts of the scenario',
      `${DNS}      queries: 2\n${CELLS}`,
      'with cells, each says asked, queries and sockets for itself',
    ],
    ['that count without a server', CELLS, 'asked, queries and sockets need the dns of the scenario'],
    [
      'that can never fail',
      `${DNS}    cells: {go: {expect: {exit: 0}}, musl: {expect: {exit: 1}}}\n`,
      'a scenario must be able to fail',
    ],
    [
      'that measure what nothing bounds',
      `    measures: true\n${DNS}${CELLS}`,
      'with measures, standard output must be expected to be something',
    ],
  ])('are refused: %s', (_, scenario, message) => {
    expect(problemsOf(scenario).join('\n')).toContain(message);
  });
});

describe('dns', () => {
  const expected = '    expect: {exit: 1}\n';
  it.each([
    [
      'faults beside servers',
      `      faults: [{kind: silent}]\n      servers: [{listen: 127.0.0.1}]\n`,
      'with servers, each has faults of its own',
    ],
    [
      'a server asked that there is not',
      '      asked: [{name: db.test., type: A, server: 127.0.0.2, times: 0}]\n',
      'no server "127.0.0.2"; there are: 127.0.0.1',
    ],
    [
      'two servers in one place',
      '      servers: [{listen: 127.0.0.1}, {listen: 127.0.0.1}]\n',
      'two servers listen on 127.0.0.1',
    ],
    ['an unknown key', '      fault: [{kind: silent}]\n', 'fault'],
  ])('is refused: %s', (_, dns, message) => {
    expect(problemsOf(DNS + dns + expected).join('\n')).toContain(message);
  });
});

describe('a variant', () => {
  const manifest = () => manifestOf('    expect: {exit: 1}\n');

  it('has a build and a program of its own', () => {
    expect(['go', 'broken'].map((variant) => buildOf(manifest(), variant))).toEqual([
      'success',
      {failure: {contains: ['no gcc']}},
    ]);
    expect(['go', 'musl', 'broken'].map((variant) => binaryOf(manifest(), variant))).toEqual([
      '/app',
      undefined,
      '/app',
    ]);
  });

  it('that must not build runs nothing', () => {
    expect(['go', 'musl', 'broken'].map((variant) => scenariosOf(manifest(), variant).length)).toEqual([
      1, 1, 0,
    ]);
    expect(problemsOf('    variants: [broken]\n    expect: {exit: 1}\n').join()).toContain(
      'must fail to build',
    );
  });
});

describe('matrix', () => {
  it('is refused for scenarios that there are not, and for two groups of one name', () => {
    const rest = 'matrix:\n  - {heading: A, scenarios: [asks]}\n  - {heading: A, scenarios: [aks]}\n';
    expect(problemsOf('    expect: {exit: 1}\n', rest)).toEqual([
      'matrix.1.heading: "A" is used twice',
      'matrix.1.scenarios: no scenario "aks"; there are: asks',
    ]);
  });
});
