import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach} from 'vitest';
import {discoverExamples, type Discovery} from '../example/collect/discover';
import {buildCommand, runCommands} from '../example/commands/ofVariant';
import {scenariosOf} from '../example/model/variant';
import type {Example} from '../example/collect/example';
import {keyOf, keyParts, type BaseIdentity} from '../proof/keys/key';
import type {Inspection} from '../proof/model/inspection';
import type {Proof, World} from '../proof/model/receipt';
import {seal} from '../proof/receipt/seal';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true});
});

/** A temporary folder with files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verified-examples-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, content);
  }
  return folder;
}

/** Gives a site what is committed here in a folder, such as the receipts of engines. */
export function linkFolder(site: string, folder: string): void {
  mkdirSync(path.dirname(path.join(site, folder)), {recursive: true});
  symlinkSync(path.resolve(folder), path.join(site, folder));
}

export const DOCKERFILE = `ARG GO_VERSION=1.27
FROM golang:\${GO_VERSION} AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

# The program and nothing else.
FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

export const MANIFEST = `id: hello
title: Hello
summary: Says hello.
variants:
  current:
    title: Go 1.27
binary: /app
facts:
  binary.linkage: static
scenarios:
  - id: greets
    title: greets
    expect:
      stdout:
        exact: |
          hello
`;

export const HELLO: Readonly<Record<string, string>> = {
  'examples/hello/example.yaml': MANIFEST,
  'examples/hello/Dockerfile': DOCKERFILE,
  'examples/hello/main.go': 'package main\n\nfunc main() { println("hello") }\n',
};

/** The example `hello`, with files replaced, added or (undefined) taken away. */
export function hello(
  changes: Readonly<Record<string, string | undefined>> = {},
): Discovery & {folder: string} {
  const files = Object.entries({...HELLO, ...changes}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const folder = folderWith(Object.fromEntries(files));
  return {folder, ...discoverExamples(folder, 'examples')};
}

/** @returns The only example; a test that has none should fail here, with the problems */
export function only({examples, problems}: Discovery): Example {
  const [example] = examples;
  if (example === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return example;
}

export const identity: BaseIdentity = (ref, world) => (ref === 'scratch' ? 'scratch' : `${world}-${ref}`);

export const INSPECTION: Inspection = {
  architecture: 'linux/amd64',
  size: 2_000_000,
  layers: 1,
  user: '',
  uid: 0,
  entrypoint: ['/app'],
  cmd: [],
  workdir: '/',
  os: null,
  libc: null,
  caBundle: null,
  caRoots: 0,
  timeZones: 0,
  nsswitchHosts: null,
  shell: null,
  tmp: false,
  packages: {},
  binary: {
    path: '/app',
    size: 2_000_000,
    sha256: 'a'.repeat(64),
    reproducible: true,
    architecture: 'Advanced Micro Devices X86-64',
    linkage: 'static',
    interpreter: null,
    needed: [],
    glibcRequired: null,
    go: {version: 'go1.27.4', settings: {CGO_ENABLED: '0'}},
  },
};

export interface ProofChanges {
  platform?: string;
  world?: World;
  variant?: string;
  provedAt?: string;
  stdout?: string;
  image?: Inspection;
  moved?: Proof['moved'];
}

/** The commands of a scenario as they are recorded. */
export function commandOf(example: Example, variant: string, id: string, platform = 'linux/amd64'): string {
  const scenario = scenariosOf(example.manifest, variant).find((one) => one.id === id);
  return scenario === undefined ? '' : runCommands(example, variant, platform, scenario).join('\n');
}

/** A proof of `hello` as the verifier would have written it. */
export function proofOf(example: Example, changes: ProofChanges = {}): Proof {
  const {
    world = 'rebuilt',
    variant = 'current',
    platform = 'linux/amd64',
    provedAt = '2026-11-20T10:00:00Z',
    stdout = 'hello\n',
    image = INSPECTION,
    moved = [],
  } = changes;
  const keyed = keyParts({example, variant, platform, world}, identity);
  if ('unknownBases' in keyed) throw new Error(keyed.unknownBases.join());
  return seal(example.id, {
    world,
    variant,
    platform,
    key: keyOf(keyed.parts),
    keyParts: keyed.parts,
    provedAt,
    engine: {name: 'docker', version: '26.1.5', builder: 'BuildKit 0.13.1', runtime: 'runc 1.1.5'},
    bases: Object.entries(keyed.parts.bases).map(([ref, base]) => ({
      ref,
      identity: base,
      provenance: world,
      content: base,
      approximations: [],
    })),
    build: {
      command: buildCommand(example, variant, platform),
      outcome: 'success',
      output: '',
      seconds: 0.5,
      cleanSeconds: 3,
    },
    image,
    scenarios: [
      {
        id: 'greets',
        title: 'greets',
        command: commandOf(example, variant, 'greets', platform),
        exit: 0,
        stdout,
        stderr: '',
        seconds: 0.2,
        http: [],
        dns: [],
        files: [],
      },
    ],
    moved,
  });
}

/** What a twin of a manifest needs beside its symptom, text, and runs. */
export const TWIN_WORDS =
  '    title: it greets\n    group: start\n    confirm: {scenario: greets}\n    nearMiss: {scenario: greets, title: no}\n    why: why\n    repair: repair\n';
