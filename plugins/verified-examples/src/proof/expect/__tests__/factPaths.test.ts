import {describe, expect, it} from 'vitest';
import {hello, INSPECTION, MANIFEST} from '../../../__tests__/fixtures';
import {formatProblem, type Problem} from '../../../problems';
import {FACT_PATHS, factSchema, suggestFact} from '../factPaths';
import {factAt} from '../facts';
import {reportImpossibleFacts} from '../reportFacts';

/** What is wrong with `hello` when it asks for these facts. */
function refused(facts: string, rest = ''): string[] {
  const manifest = MANIFEST.replace('  binary.linkage: static\n', facts) + rest;
  const {examples, problems} = hello({'examples/hello/example.yaml': manifest});
  const found: Problem[] = [...problems];
  reportImpossibleFacts(examples, found);
  return found.map(formatProblem);
}

describe('the path of a fact', () => {
  it('is known for everything that is measured', () => {
    for (const path of FACT_PATHS.filter((one) => !one.includes('NAME') && !one.startsWith('libc.')))
      expect([path, factAt(INSPECTION, path)]).not.toEqual([path, undefined]);
  });

  it.each([
    'binary',
    'binary.needed.0',
    'binary.needed.length',
    'packages.libstdc++6',
    'packages.python3.11',
  ])('may be %s', (path) => {
    expect(factSchema(path)).toBeDefined();
  });

  it.each([
    '',
    'constructor',
    'binary.toString',
    'size.x',
    'binary.needed.x',
    'binary.needed.0.x',
    'libc.knd',
  ])('is not %j', (path) => {
    expect(factSchema(path)).toBeUndefined();
  });

  it('is suggested when it is near, or all are', () => {
    expect(suggestFact('binary.linkge')).toBe('did you mean "binary.linkage"?');
    expect(suggestFact('colour of the sky')).toContain('known: architecture, binary.architecture, ');
  });
});

describe('facts are refused before anything is built', () => {
  it('that no inspection has', () => {
    expect(refused('  binary.linkge: static\n', 'pin: [libc.vrsion]\n')).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:17:1: unknown key "pin"; did you mean "id"? known: $schema, app, binary, build, facts, id, limits, matrix, normalise, platforms, recipe, scenarios, slow, summary, title, twins, variants",
      ]
    `);
    expect(refused('  constructor: 1\n')).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:9:3: facts.constructor: there is no such fact; known: architecture, binary.architecture, binary.glibcRequired, binary.go.settings.NAME, binary.go.version, binary.interpreter, binary.linkage, binary.needed, binary.path, binary.reproducible, binary.sha256, binary.size, caBundle, caRoots, cmd, entrypoint, layers, libc.kind, libc.version, nsswitchHosts, os, packages.NAME, shell, size, timeZones, tmp, uid, user, workdir",
      ]
    `);
  });

  it('of one variant', () => {
    const manifest = MANIFEST.replace('title: Go 1.27\n', 'title: Go 1.27\n    facts: {usr: root}\n');
    const {examples} = hello({'examples/hello/example.yaml': manifest});
    const problems: Problem[] = [];
    reportImpossibleFacts(examples, problems);
    expect(problems.map(formatProblem)).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:13: variants.current.facts.usr: there is no such fact; did you mean "user"?",
      ]
    `);
  });

  it('whose value they can never have', () => {
    expect(refused('  binary.linkage: statik\n')).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:9:19: facts.binary.linkage: expected "static" or "static-pie" or "dynamic", got "statik"; did you mean "static"?",
      ]
    `);
    expect(refused('  size: "5"\n')).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:9:9: facts.size: expected number, got string",
      ]
    `);
    expect(refused('  binary.interpreter: {linux/amd64: 5}\n')).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:9:23: facts.binary.interpreter: expected string, got number",
      ]
    `);
  });

  it('but not those that may be so', () => {
    expect(
      refused('  shell: null\n  binary.needed: [libc.so.6]\n  packages.musl: 1.2.5\n  tmp: true\n'),
    ).toEqual([]);
  });
});
