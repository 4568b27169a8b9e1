import type {Example} from '../example/collect/example';
import {standingsOf} from '../proof/gate/state';
import {brokenTwins} from '../proof/gate/twins';
import {RECEIPT_SCHEMA, type Proof} from '../proof/model/receipt';
import {Addresses} from '../pages/publish/addresses';
import type {Collection} from '../proof/collection';
import type {ViewContext} from '../pages/views/context';
import {commandOf, DOCKERFILE, hello, identity, MANIFEST, only, proofOf} from './fixtures';

const NOW = new Date('2026-11-23T12:00:00Z');
export const SYMPTOM_TEXT = 'gcc: not found';

/** `hello` with a variant whose build must fail, a second scenario, and a twin of each kind. */
const SYMPTOMS = `${MANIFEST.replace(
  '    title: Go 1.27\n',
  `    title: Go 1.27
  broken:
    title: without gcc
    target: build
    build: {failure: {contains: ['sh: ${SYMPTOM_TEXT}']}}
`,
)}  - id: asks
    title: asks who is there
    expect: {stderr: {contains: [who]}}
  - id: answers
    title: asks, and somebody answers
    expect: {stderr: {contains: [me]}}
twins:
  - symptom: no-gcc
    title: The compiler is missing
    group: build
    text: '${SYMPTOM_TEXT}'
    fails: build
    confirm: {scenario: asks}
    nearMiss: {scenario: answers, title: Somebody answers}
    fix: {example: hello, variant: current, scenario: build}
    why: '\`go build\` calls it'
    repair: install [gcc](https://gcc.test/)
    mistakenFor: [{symptom: who-is-there, difference: is asked}]
    sources: [{title: gcc, url: 'https://gcc.test/'}]
  - symptom: who-is-there
    title: It asks
    group: start
    text: who
    fails: asks
    confirm: {example: hello, variant: current, scenario: asks}
    nearMiss: {scenario: answers, title: Somebody answers}
    fix: {example: hello, scenario: greets}
    why: it asks
    repair: answer
`;

/** @param edit - Changes of the manifest's text */
export function symptomExample(edit = (manifest: string) => manifest): Example {
  return only(
    hello({'examples/hello/example.yaml': edit(SYMPTOMS), 'examples/hello/Dockerfile': DOCKERFILE}),
  );
}

/** What goes wrong with the manifest when it is changed so. */
export function symptomProblems(edit: (manifest: string) => string): string[] {
  const {problems} = hello({'examples/hello/example.yaml': edit(SYMPTOMS)});
  return problems.map(({file, message}) => `${file}: ${message}`);
}

export interface Recorded {
  asks?: string;
  greets?: string;
  build?: string;
}

/** Proofs of both variants, with what was printed. */
export function symptomProofs(
  example: Example,
  {asks = 'who?\n', greets = 'hello\n', build = `sh: ${SYMPTOM_TEXT}\n`}: Recorded = {},
): Proof[] {
  const current = proofOf(example, {stdout: greets});
  const [run] = current.scenarios;
  if (run === undefined) throw new Error('the fixture has no run');
  const asked = {
    ...run,
    command: commandOf(example, 'current', 'asks'),
    id: 'asks',
    title: 'asks who is there',
    stdout: '',
    stderr: asks,
  };
  const broken = proofOf(example, {variant: 'broken', provedAt: '2026-11-19T10:00:00Z'});
  return [
    {...current, scenarios: [run, asked, {...asked, id: 'answers', stderr: 'me\n'}]},
    {
      ...broken,
      build: {...broken.build, outcome: 'failure', output: build, seconds: 2},
      image: null,
      scenarios: [],
    },
  ];
}

export function collectionOf(example: Example, proofs: Proof[]): Collection {
  const read = {receipt: {schema: RECEIPT_SCHEMA, example: example.id, proofs} as const};
  const standings = standingsOf(example, read, {identity, now: NOW, expiresAfterDays: 90});
  return {
    examples: [example],
    receipts: new Map([[example.id, read]]),
    standings,
    twins: brokenTwins(standings),
    identity,
    notReproduced: [
      {
        id: 'elsewhere',
        text: 'seen elsewhere',
        why: 'needs `x`',
        source: {title: 'a', url: 'https://a.test/'},
      },
    ],
  };
}

export function symptomContext(example = symptomExample(), proofs = symptomProofs(example)): ViewContext {
  return {collection: collectionOf(example, proofs), addresses: new Addresses('examples')};
}
