import {symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {DOCKERFILE, folderWith, hello, HELLO, MANIFEST, only, TWIN_WORDS} from '../../../__tests__/fixtures';
import {formatProblem} from '../../../problems';
import {discoverExamples, type Discovery} from '../discover';

const texts = ({problems}: Discovery) => problems.map(formatProblem);

describe('discoverExamples', () => {
  it('reads an example with its context and its bases', () => {
    const example = only(hello());
    expect(example.context.map((file) => file.path)).toEqual(['Dockerfile', 'main.go']);
    expect(example.variants.current?.dockerfileFacts.bases).toEqual(['golang:1.27', 'scratch']);
  });

  it('leaves out what a killed write of the receipt leaves, and nothing else of that kind', () => {
    const example = only(
      hello({
        'examples/hello/receipt.json.2718281828': '{',
        'examples/hello/receipt.json.bak': '{',
        'examples/hello/data/receipt.json.1': '{',
      }),
    );
    expect(example.context.map((file) => file.path)).toEqual([
      'Dockerfile',
      'data/receipt.json.1',
      'main.go',
      'receipt.json.bak',
    ]);
  });

  it('joins the files of a shared app to the context', () => {
    const manifest = MANIFEST.replace('title: Hello', 'title: Hello\napp: greeter');
    const example = only(
      hello({
        'examples/hello/example.yaml': manifest,
        'examples/hello/main.go': undefined,
        'examples/_apps/greeter/main.go': 'package main\n',
      }),
    );
    expect(example.context.map((file) => file.path)).toEqual(['Dockerfile', 'main.go']);
  });

  it('refuses two examples with one id', () => {
    const family = Object.fromEntries(
      Object.entries(HELLO).map(([file, text]) => [file.replace('examples/', 'examples/family/'), text]),
    );
    expect(texts(hello(family))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:1:5: id: "hello" is the id of examples/family/hello already",
      ]
    `);
  });

  it('refuses malformed and unknown keys with their place', () => {
    const manifest = MANIFEST.replace('summary: Says hello.', 'summary: 5\nsumary: x').replace(
      'exact: |\n          hello',
      'exakt: hello',
    );
    expect(texts(hello({'examples/hello/example.yaml': manifest}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:3:10: summary: expected string, got number",
        "examples/hello/example.yaml:16:9: scenarios.0.expect.stdout: unknown key "exakt"; did you mean "exact"? known: absent, contains, exact, regex",
        "examples/hello/example.yaml:16:9: scenarios.0.expect.stdout: expected at least one of exact, contains, absent, regex: an empty expectation cannot fail",
        "examples/hello/example.yaml:4:1: unknown key "sumary"; did you mean "summary"? known: $schema, app, binary, build, facts, id, limits, matrix, normalise, platforms, recipe, scenarios, slow, summary, title, twins, variants",
      ]
    `);
  });

  it('refuses YAML that is none, and a key given twice', () => {
    expect(texts(hello({'examples/hello/example.yaml': `${MANIFEST}id: other\n`}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:17:1: Map keys must be unique",
      ]
    `);
    expect(texts(hello({'examples/hello/example.yaml': 'id: [1,\n'}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
      ]
    `);
  });

  it('refuses a scenario that cannot fail', () => {
    const manifest = MANIFEST.replace(/ {6}stdout:[\s\S]*$/, '      exit: 0\n');
    expect(texts(hello({'examples/hello/example.yaml': manifest}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:14:7: scenarios.0.expect: expected stdout, stderr, files, duration, http, dns.asked, or an exit code other than 0: a scenario must be able to fail",
      ]
    `);
  });

  it('refuses a missing Dockerfile', () => {
    expect(texts(hello({'examples/hello/Dockerfile': undefined}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:6:5: variants.current.dockerfile: there is no Dockerfile in the example, which is the default: add it, or name another file here",
      ]
    `);
  });

  it('refuses a path that leads out of the example', () => {
    const manifest = MANIFEST.replace(
      '    title: Go 1.27',
      '    title: Go 1.27\n    dockerfile: ../other/Dockerfile',
    );
    expect(texts(hello({'examples/hello/example.yaml': manifest}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:7:17: variants.current.dockerfile: expected a relative path inside the example, without ".."",
      ]
    `);
  });

  it('refuses a symbolic link, wherever it leads', () => {
    const folder = folderWith(HELLO);
    symlinkSync('/etc/passwd', path.join(folder, 'examples/hello/passwd'));
    expect(texts(discoverExamples(folder, 'examples'))).toMatchInlineSnapshot(`
      [
        "examples/hello/passwd: a symbolic link; an example holds regular files only",
      ]
    `);
  });

  it('refuses a folder without a manifest', () => {
    expect(texts(hello({'examples/hallo/Dockerfile': DOCKERFILE}))).toMatchInlineSnapshot(`
      [
        "examples/hallo: there is no example.yaml",
      ]
    `);
  });

  it('refuses a file that both the example and its app have', () => {
    const manifest = MANIFEST.replace('title: Hello', 'title: Hello\napp: greeter');
    expect(
      texts(
        hello({'examples/hello/example.yaml': manifest, 'examples/_apps/greeter/main.go': 'package main\n'}),
      ),
    ).toMatchInlineSnapshot(`
      [
        "examples/hello/main.go: the shared app has a file of this name too; keep one",
      ]
    `);
  });

  it('refuses a build argument that no ARG declares, and a FROM without a value', () => {
    const manifest = MANIFEST.replace(
      '    title: Go 1.27',
      '    title: Go 1.27\n    buildArgs: {GO: "1.27"}',
    );
    const dockerfile = DOCKERFILE.replace('ARG GO_VERSION=1.27', 'ARG GO_VERSION');
    expect(texts(hello({'examples/hello/example.yaml': manifest, 'examples/hello/Dockerfile': dockerfile})))
      .toMatchInlineSnapshot(`
      [
        "examples/hello/Dockerfile: build argument GO is given but no ARG declares it; known: GO_VERSION",
        "examples/hello/Dockerfile:2:6: FROM uses \${GO_VERSION}, which has no value: give its ARG a default",
      ]
    `);
  });

  it('refuses a twin whose fix does not exist', () => {
    const manifest = `${MANIFEST}twins:\n  - symptom: s-one\n${TWIN_WORDS}    text: hello\n    fails: greets\n    fix: {example: helo, scenario: greets}\n`;
    expect(texts(hello({'examples/hello/example.yaml': manifest}))).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:27:10: twins.0.fix: no example "helo"; did you mean "hello"? known: hello (symptom s-one)",
      ]
    `);
  });

  it('refuses an unknown app and an unknown target, naming the nearest', () => {
    const manifest = MANIFEST.replace('title: Hello', 'title: Hello\napp: greter').replace(
      '    title: Go 1.27',
      '    title: Go 1.27\n    target: biuld',
    );
    expect(
      texts(
        hello({'examples/hello/example.yaml': manifest, 'examples/_apps/greeter/util.go': 'package main\n'}),
      ),
    ).toMatchInlineSnapshot(`
      [
        "examples/hello/example.yaml:3:6: app: no shared app "greter"; did you mean "greeter"? known: greeter",
        "examples/hello/example.yaml:8:13: variants.current.target: examples/hello/Dockerfile has no stage "biuld"; did you mean "build"? known: build",
      ]
    `);
  });
});
