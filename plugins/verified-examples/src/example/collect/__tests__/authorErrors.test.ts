import {describe, expect, it} from 'vitest';
import {DOCKERFILE, folderWith, hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {formatProblem} from '../../../problems';
import {basesWithoutRecipe} from '../../../proof/bases/identity';
import {discoverExamples} from '../discover';

/** A change of the manifest's text that must change something. */
function manifest(from: string, to: string): Readonly<Record<string, string>> {
  if (!MANIFEST.includes(from)) throw new Error(`the manifest has no ${from}`);
  return {'examples/hello/example.yaml': MANIFEST.replace(from, to)};
}

/** What is wrong with `hello`, whose bases must have recipes. */
function refused(changes: Readonly<Record<string, string | undefined>>): string[] {
  const {examples, problems} = hello(changes);
  const used = examples.flatMap((example) =>
    Object.keys(example.variants).map((one) => ({example, variant: one})),
  );
  return [...problems, ...basesWithoutRecipe(used)].map(formatProblem);
}

const scenario = (line: string) => manifest('title: greets\n', `title: greets\n    ${line}\n`);
const variant = (line: string) => manifest('title: Go 1.27\n', `title: Go 1.27\n    ${line}\n`);
const dockerfile = (from: string, to: string) => ({
  'examples/hello/Dockerfile': DOCKERFILE.replace(from, to),
});

describe('the mistakes of an author', () => {
  it('an unknown key stands at its own place, with the nearest', () => {
    expect(refused(manifest('scenarios:\n', 'scenario:\n'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:10:1: unknown key "scenario"; did you mean "scenarios"? known: $schema, app, binary, build, facts, id, limits, matrix, normalise, platforms, recipe, scenarios, slow, summary, title, twins, variants",
        "examples/hello/example.yaml:1:1: scenarios: expected at least one scenario for an image that builds",
      ]
    `);
    expect(refused(variant('tagret: build'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:5: variants.current: unknown key "tagret"; did you mean "target"? known: adapts, binary, build, buildArgs, buildPlatform, dockerfile, facts, option, platforms, secrets, slow, target, title",
      ]
    `);
    expect(refused(scenario('dns: {records: [db.test. IN A 10.0.0.5], fautls: []}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:46: scenarios.0.dns: unknown key "fautls"; did you mean "faults"? known: asked, faults, options, queries, records, search, servers, sockets",
        "examples/hello/example.yaml:13:10: scenarios.0.dns: dns needs network: lab",
      ]
    `);
  });

  it('two unknown keys are two problems', () => {
    expect(refused(scenario('argz: []\n    evn: {}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:5: scenarios.0: unknown key "argz"; did you mean "args"? known: args, cells, dns, entrypoint, env, expect, files, http, id, limits, look, measures, network, readOnly, seccomp, sysctls, timeout, title, user, variants, writable",
        "examples/hello/example.yaml:14:5: scenarios.0: unknown key "evn"; did you mean "env"? known: args, cells, dns, entrypoint, env, expect, files, http, id, limits, look, measures, network, readOnly, seccomp, sysctls, timeout, title, user, variants, writable",
      ]
    `);
  });

  it('an id, a duration and a name are told as they were written', () => {
    expect(refused(manifest('id: hello', 'id: ZZ_f'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:1:5: id: expected lower-case letters and digits joined by single hyphens, got "ZZ_f"",
      ]
    `);
    expect(refused(scenario('timeout: 5 s'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:14: scenarios.0.timeout: expected a duration such as 250ms, 5s or 2m, got "5 s"",
      ]
    `);
    expect(refused(scenario('env: {a-b: c}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:11: scenarios.0.env.a-b: expected an environment variable name, got "a-b"",
      ]
    `);
  });

  it('a bad regular expression has the reason', () => {
    expect(refused(manifest('exact: |\n          hello\n', "regex: 'hel(lo'\n"))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:15:16: scenarios.0.expect.stdout.regex: expected a regular expression: Invalid regular expression: /hel(lo/m: Unterminated group",
      ]
    `);
    const normalise = {'examples/hello/example.yaml': `${MANIFEST}normalise: [{regex: '[', as: x}]\n`};
    expect(refused(normalise)).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:17:21: normalise.0.regex: expected a regular expression: Invalid regular expression: /[/m: Unterminated character class",
      ]
    `);
  });

  it('a look and http exclude each other', () => {
    expect(
      refused(scenario('http: [{path: /}]\n    look: {inspect: image, args: [x]}')).join('\n'),
    ).toContain('a scenario either looks at an image or asks a service');
  });

  it('a Dockerfile that is missing is the default, or the one that was named', () => {
    expect(refused({'examples/hello/Dockerfile': undefined})).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:6:5: variants.current.dockerfile: there is no Dockerfile in the example, which is the default: add it, or name another file here",
      ]
    `);
    expect(refused(variant('dockerfile: Dockerfle'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:17: variants.current.dockerfile: there is no file Dockerfle in the example; did you mean "Dockerfile"? known: Dockerfile, main.go",
      ]
    `);
  });

  it('a mounted file must be there', () => {
    expect(refused(scenario('files: [{path: /etc/x, from: mian.go}]'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:34: scenarios.0.files.0.from: there is no file mian.go in the example; did you mean "main.go"? known: Dockerfile, main.go",
      ]
    `);
  });

  it('a base without a recipe has the place where it is named', () => {
    expect(refused(dockerfile('FROM scratch', 'FROM \\\n  alpine:9.9'))).toMatchInlineSnapshot(`
      [
        "examples/hello/Dockerfile:9:3: base alpine:9.9 has no recipe, and no registry is used here; nearest with a recipe: alpine:3.19, alpine:3.17, alpine:3.23",
      ]
    `);
    expect(refused(dockerfile('COPY --from=build', 'COPY --chown=0 --from=debian:1'))).toMatchInlineSnapshot(`
      [
        "examples/hello/Dockerfile:9:16: base debian:1 has no recipe, and no registry is used here; nearest with a recipe: debian:11-slim, debian:12-slim, debian:13-slim",
      ]
    `);
  });

  it('an ARG without a default is one problem, for all variants', () => {
    const changes = {
      ...dockerfile('ARG GO_VERSION=1.27', 'ARG GO_VERSION\nARG NAME'),
      ...manifest('binary:', '  other: {title: Other, buildArgs: {NAME: x}}\nbinary:'),
    };
    expect(refused(changes)).toMatchInlineSnapshot(`
      [
        "examples/hello/Dockerfile:3:6: FROM uses \${GO_VERSION}, which has no value: give its ARG a default",
      ]
    `);
  });

  it('a build argument may not choose what reads the Dockerfile, or the platforms', () => {
    expect(refused(variant('buildArgs: {BUILDKIT_SYNTAX: docker/dockerfile:1}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:17: variants.current.buildArgs.BUILDKIT_SYNTAX: expected a name that the builder does not reserve, got "BUILDKIT_SYNTAX"",
      ]
    `);
    expect(refused(variant('buildArgs: {TARGETARCH: arm64}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:17: variants.current.buildArgs.TARGETARCH: expected a name that the builder does not reserve, got "TARGETARCH"",
      ]
    `);
  });

  it('there are no examples', () => {
    expect(discoverExamples(folderWith({}), 'examples').problems.map(formatProblem)).toMatchInlineSnapshot(`
      [
        "examples: there is no such folder; it must hold the examples",
      ]
    `);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])('are names like others: %s', (name) => {
    expect(refused(dockerfile('FROM scratch', `FROM ${name}`))[0]).toContain(
      `examples/hello/Dockerfile:8:6: base ${name} has no recipe`,
    );
    expect(refused(dockerfile('--from=build', `--from=${name}`))[0]).toContain(
      `examples/hello/Dockerfile:9:6: base ${name} has no recipe`,
    );
    expect(refused(dockerfile('ARG GO_VERSION', `ARG ${name}\nARG GO_VERSION`))).toEqual([]);
    expect(refused(dockerfile('FROM scratch', `ARG ${name}\nFROM scratch`))).toEqual([]);
  });

  it('may be those of a variant and of a scenario', () => {
    const text = MANIFEST.replace('  current:', '  constructor:').replace('id: greets', 'id: constructor');
    const example = only(hello({'examples/hello/example.yaml': text}));
    expect(Object.keys(example.variants)).toEqual(['constructor']);
  });

  it('are not taken for those of a manifest', () => {
    const twin = `${MANIFEST}twins:
  - {symptom: s, title: t, group: start, text: hello, fails: greets, variant: constructor,
     confirm: {scenario: greets}, fix: {example: hello, scenario: greets}, why: w, repair: r}
`;
    expect(refused({'examples/hello/example.yaml': twin})).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:18:5: twins.0.nearMiss: expected object, got nothing",
      ]
    `);
    const fix = twin
      .replace(', variant: constructor', '')
      .replace('hello, scenario', 'hello, variant: constructor, scenario');
    expect(refused({'examples/hello/example.yaml': fix})).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:18:5: twins.0.nearMiss: expected object, got nothing",
      ]
    `);
    expect(refused(manifest('title: Hello', 'title: Hello\nconstructor: x'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:3:1: unknown key "constructor"; known: $schema, app, binary, build, facts, id, limits, matrix, normalise, platforms, recipe, scenarios, slow, summary, title, twins, variants",
      ]
    `);
  });

  it('but __proto__ is the name of nothing, since it would be lost', () => {
    expect(refused(scenario('env: {__proto__: x}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:13:11: scenarios.0.env: "__proto__" is not allowed as a key",
      ]
    `);
    expect(refused(variant('buildArgs: {"__proto__": x}'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:17: variants.current.buildArgs: "__proto__" is not allowed as a key",
      ]
    `);
    expect(refused(manifest('facts:\n', '"\\u005f_proto__": {a: 1}\nfacts:\n'))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:8:1: "__proto__" is not allowed as a key",
        "examples/hello/example.yaml:8:1: unknown key "__proto__"; known: $schema, app, binary, build, facts, id, limits, matrix, normalise, platforms, recipe, scenarios, slow, summary, title, twins, variants",
      ]
    `);
  });
});
