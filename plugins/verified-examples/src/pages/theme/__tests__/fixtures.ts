/** Made-up views for tests of how things are shown. Nothing here was measured. */
import type {MatrixCellView, MatrixView} from '../../model/matrixViews';
import type {
  CatalogueEntryView,
  ExamplePageView,
  ExampleRef,
  FileView,
  ImageFactsView,
  ProofCardView,
  ProofView,
  StateView,
  TranscriptView,
  VariantView,
} from '../../model/views';
import type {State} from '../../../proof/gate/state';

const HEX = '5d3f0b7a9c1e4d28a6f35b90c7e2d1483f6a0b5c9d8e7f6a5b4c3d2e1f0aaaaa';

export const EXAMPLE: ExampleRef = {id: 'pure-go', title: 'Pure Go, made up', href: '/examples/pure-go'};

export function state(name: State = 'verified', ...reasons: string[]): StateView {
  return {state: name, reasons};
}

export function file(path: string, html: string, more: Partial<FileView> = {}): FileView {
  return {
    path,
    html,
    finalNewline: true,
    stage: null,
    wholeSha256: null,
    rawHref: `/raw/pure-go/${path}`,
    notes: [],
    ...more,
  };
}

export function proof(more: Partial<ProofView> = {}): ProofView {
  return {
    platform: 'linux/amd64',
    provenance: 'rebuilt',
    provedAt: '2031-02-03T04:05:06Z',
    linkage: 'static',
    user: '65532',
    uid: 65532,
    imageSize: 9_123_456,
    goVersion: 'go1.99.1',
    scenarios: [
      {
        id: 'serves',
        title: 'serves /healthz over HTTP',
        seconds: 0.21,
        href: '/examples/pure-go#scenario-serves',
      },
      {id: 'no-shell', title: 'has no shell', seconds: 0.004, href: '/examples/pure-go#scenario-no-shell'},
    ],
    bases: [
      {
        ref: 'golang:1.99',
        identity: `sha256:${HEX}`,
        provenance: 'rebuilt',
        approximations: [],
        standIn: null,
      },
      {
        ref: 'static:nonroot',
        identity: `sha256:${HEX}`,
        provenance: 'rebuilt',
        approximations: ['File times differ from those of the published image.'],
        standIn: null,
      },
    ],
    binary: {
      path: '/app',
      size: 7_000_000,
      sha256: HEX,
      reproducible: true,
      interpreter: null,
      needed: [],
      glibcRequired: null,
    },
    build: {command: 'docker build -t pure-go .', outcome: 'success'},
    engine: {name: 'docker', version: '26.0.0', builder: 'BuildKit 0.0.1', runtime: 'runc 1.0.0'},
    key: `sha256:${HEX}`,
    repeat: 'npm run verify pure-go',
    ...more,
  };
}

export function variant(more: Partial<VariantView> = {}): VariantView {
  return {
    id: 'default',
    title: 'Go 1.99 · debian',
    state: state(),
    files: [
      file('Dockerfile', '<span class="line">FROM scratch</span>\n<span class="line">COPY app /</span>'),
      file('main.go', '<span class="line">package main // a &lt; b &amp;&amp; c</span>', {
        finalNewline: false,
      }),
    ],
    zip: {href: '/zip/pure-go.zip', bytes: 2048, sha256: HEX},
    proofs: [proof()],
    ...more,
  };
}

export function card(more: Partial<ProofCardView> = {}): ProofCardView {
  return {uid: 'pure-go-1', example: EXAMPLE, variants: [variant()], ...more};
}

export function transcript(more: Partial<TranscriptView> = {}): TranscriptView {
  return {
    example: EXAMPLE,
    variant: {id: 'default', title: 'Go 1.99 · debian'},
    scenario: 'starts',
    title: 'starts and says so',
    href: '/examples/pure-go#scenario-starts',
    state: state(),
    commands: ['docker run --rm pure-go:default'],
    lab: null,
    stdout: 'listening on :8080\n',
    stderr: '',
    exit: 0,
    seconds: 0.05,
    http: [],
    dns: [],
    base: 'static:nonroot',
    platform: 'linux/amd64',
    provenance: 'rebuilt',
    provedAt: '2031-02-03T04:05:06Z',
    ...more,
  };
}

export function image(more: Partial<ImageFactsView['image']> = {}): ImageFactsView {
  return {
    variant: {id: 'default', title: 'Go 1.99 · debian'},
    platform: 'linux/amd64',
    image: {
      architecture: 'linux/amd64',
      size: 9_123_456,
      layers: 3,
      user: '65532',
      uid: 65532,
      entrypoint: ['/app'],
      cmd: [],
      workdir: '/',
      os: null,
      libc: null,
      caBundle: '/etc/ssl/certs/ca-certificates.crt',
      caRoots: 142,
      timeZones: 596,
      nsswitchHosts: null,
      shell: null,
      tmp: true,
      packageCount: 6,
      binary: null,
      ...more,
    },
  };
}

export function page(more: Partial<ExamplePageView> = {}): ExamplePageView {
  return {
    card: card(),
    summary: 'One static file on an image without a shell.',
    recipe: null,
    catalogueHref: '/examples',
    matrix: null,
    scenarios: [{id: 'starts', title: 'starts and says so', runs: [transcript()]}],
    failedBuilds: [],
    options: [],
    repeat: [
      {
        example: EXAMPLE,
        state: state(),
        zip: '/examples/pure-go/pure-go.zip',
        script: '/examples/pure-go/reproduce.sh',
        builds: ['docker build -t pure-go:default context'],
        saysBuilder: false,
      },
    ],
    images: [image()],
    bases: proof().bases.map((base) => ({...base, content: `sha256:${HEX}`, upstream: null})),
    files: [{path: 'Dockerfile', bytes: 24, sha256: HEX, rawHref: '/raw/pure-go/Dockerfile'}],
    twins: [],
    ...more,
  };
}

export function entry(more: Partial<CatalogueEntryView> = {}): CatalogueEntryView {
  return {
    example: EXAMPLE,
    summary: 'One static file on an image without a shell.',
    state: state(),
    provedAt: '2031-02-03T04:05:06Z',
    linkage: 'static',
    base: 'static:nonroot',
    imageSize: 9_123_456,
    scenarios: 3,
    fails: false,
    recipe: null,
    ...more,
  };
}

export function cell(more: Partial<MatrixCellView> = {}): MatrixCellView {
  return {
    ok: true,
    words: 'found 2 addresses',
    lookupSeconds: 0,
    runSeconds: 0.31,
    asked: {packets: 2, sockets: 1},
    state: 'verified',
    ...more,
  };
}

export function matrix(more: Partial<MatrixView> = {}): MatrixView {
  return {
    example: EXAMPLE,
    state: state(),
    columns: [
      {id: 'go', title: 'Pure Go'},
      {id: 'musl', title: 'musl'},
    ],
    groups: [
      {
        heading: 'Silent servers',
        shows: 'outcome',
        rows: [
          {
            scenario: 'silent',
            title: 'The server is silent',
            href: '/examples/pure-go#scenario-silent',
            cells: [
              cell(),
              cell({ok: false, words: 'i/o timeout', lookupSeconds: 10, asked: {packets: 8, sockets: 8}}),
            ],
          },
        ],
      },
    ],
    provedAt: '2031-02-03T04:05:06Z',
    ...more,
  };
}
