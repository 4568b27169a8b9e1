/** Made-up views of symptoms. Nothing here was measured. */
import type {FixPageView, HalfView, SymptomPageView, SymptomRef} from '../../model/symptomViews';
import type {TranscriptView} from '../../model/views';
import {card, EXAMPLE, proof, state, transcript} from './fixtures';

export const SYMPTOM: SymptomRef = {
  id: 'no-loader',
  text: 'exec /app: no such {file}',
  title: 'The loader is missing',
  heads: 'text',
  href: '/fix/no-loader',
};
export const OTHER: SymptomRef = {
  id: 'no-file',
  text: 'stat /app',
  title: 'No file',
  heads: 'text',
  href: '/fix/no-file',
};

export function half(run: TranscriptView | null): HalfView {
  return {run, receipt: {example: EXAMPLE, variant: 'default', state: state(), proofs: [proof()]}};
}

export function symptomPage(more: Partial<SymptomPageView> = {}): SymptomPageView {
  return {
    symptom: SYMPTOM,
    group: 'start',
    state: state(),
    provedAt: '2031-02-03T04:05:06Z',
    confirm: {
      title: 'It names its loader',
      command: {
        lines: ['docker cp look:/path/to/program taken', 'readelf -l taken'],
        placeholders: ['IMAGE'],
        variables: ['CGO_ENABLED'],
        pod: null,
      },
      example: EXAMPLE,
      run: transcript({scenario: 'interpreter', commands: ['readelf -l app'], title: 'It names its loader'}),
      nearMiss: {title: 'A static program names none', run: transcript({commands: ['readelf -l static']})},
    },
    repeat: [],
    repair: [
      [
        {kind: 'text', text: 'Set '},
        {kind: 'code', text: 'CGO_ENABLED=0'},
        {kind: 'text', text: ' as in '},
        {kind: 'link', href: '/examples/pure-go', children: [{kind: 'text', text: 'this example'}]},
      ],
    ],
    changes: [],
    fixedFile: card(),
    why: [[{kind: 'text', text: 'The kernel <opens> it.'}]],
    mistakenFor: [{symptom: OTHER, difference: [[{kind: 'text', text: 'is no file at all'}]]}],
    fails: half(transcript({stderr: 'exec /app: no such {file}\n', stdout: '', exit: 1})),
    fix: half(transcript({scenario: 'runs', href: '/examples/pure-go#scenario-runs'})),
    sources: [{title: 'execve(2)', url: 'https://man.test/execve'}],
    words: [],
    siblings: [SYMPTOM, OTHER],
    indexHref: '/fix',
    ...more,
  };
}

export function fixPage(more: Partial<FixPageView> = {}): FixPageView {
  const line = {example: EXAMPLE, state: state(), provedAt: '2031-02-03T04:05:06Z'};
  return {
    groups: [
      {group: 'start', symptoms: [{...line, symptom: SYMPTOM}]},
      {group: 'dns', symptoms: [{...line, symptom: OTHER}]},
    ],
    notReproduced: [
      {
        id: 'rosetta',
        text: 'rosetta error',
        why: [[{kind: 'text', text: 'needs a Mac'}]],
        source: {title: 'issue 3', url: 'https://x.test/3'},
      },
    ],
    ...more,
  };
}
