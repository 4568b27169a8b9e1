import {chmodSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import type {Example} from '../example/collect/example';
import {DEFAULT_OPTIONS} from '../settings';
import {checkProof} from '../proof/expect/proof';
import {judge} from '../proof/gate/gate';
import {standingsOf} from '../proof/gate/state';
import {refused} from '../pages/embed/__tests__/compile';
import {nonEmpty, selectStage} from '../pages/embed/select';
import {keyOf, keyParts} from '../proof/keys/key';
import {RECEIPT_SCHEMA, type Proof} from '../proof/model/receipt';
import {formatProblem} from '../problems';
import {checkPage, type Checked} from '../pages/check/checkPage';
import {ProvedTexts} from '../pages/check/provedTexts';
import {zipOf} from '../pages/publish/archive';
import {parseReceipt, type ReadReceipt} from '../proof/receipt/read';
import {seal} from '../proof/receipt/seal';
import {formatReceipt} from '../proof/receipt/write';
import {collect, type Collection} from '../proof/collection';
import {judgeAttempt} from '../verify/judgeAttempt';
import {markMoved} from '../verify/pins';
import {cardView} from '../pages/views/card';
import {Addresses} from '../pages/publish/addresses';
import {DOCKERFILE, folderWith, hello, identity, MANIFEST, only, proofOf} from './fixtures';

/**
 * Twelve ways in which documentation with verified snippets went stale elsewhere, each seen in a real system.
 * Every one has its test here, so that none comes back by an innocent change.
 */
const NOW = new Date('2026-11-23T12:00:00Z');
const options = {identity, now: NOW, expiresAfterDays: 90};
const example = only(hello());
const read = (...proofs: Proof[]): ReadReceipt => ({
  receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs},
});
const stateOf = (one: Example, found: ReadReceipt, at = options) => standingsOf(one, found, at)[0]?.state;

describe('it cannot go stale', () => {
  it('1. by a record that merely exists', () => {
    const changed = only(hello({'examples/hello/main.go': 'package main\n'}));
    expect(stateOf(changed, read(proofOf(example)))).toBe('stale');
  });

  it('2. by a key that leaves out includes, fixtures or the environment', () => {
    const manifest = MANIFEST.replace('title: Hello', 'title: Hello\napp: greeter').replace(
      'title: greets',
      'title: greets\n    network: lab',
    );
    const files = (app: string, lab: string) => ({
      'examples/hello/example.yaml': manifest,
      'examples/hello/main.go': undefined,
      'examples/_apps/greeter/main.go': app,
      'examples/_lab/main.go': lab,
    });
    const before = only(hello(files('one', 'one')));
    expect(stateOf(only(hello(files('two', 'one'))), read(proofOf(before)))).toBe('stale');
    expect(stateOf(only(hello(files('one', 'two'))), read(proofOf(before)))).toBe('stale');
    expect(stateOf(before, read(proofOf(before)), {...options, identity: () => 'another base'})).toBe(
      'stale',
    );
  });

  it('3. by a missing part that becomes the whole, or nothing', () => {
    expect(() => selectStage(DOCKERFILE, 'gone')).toThrow('there is no stage "gone"');
    expect(() => nonEmpty(['', ''], {from: 1, to: 2}, 'it')).toThrow('it is empty');
  });

  it('4. by a runner that ends well after a failure', () => {
    const attempt = {
      job: {example, variant: 'current', platform: 'linux/amd64', world: 'rebuilt' as const, reason: ''},
      proof: undefined,
      failures: [],
      scenarios: 0,
      seconds: 0,
    };
    expect(judgeAttempt(attempt, undefined, {check: false, expiresAfterDays: 90, now: NOW})).toMatchObject({
      status: 'failed',
      write: undefined,
    });
  });

  it('5. by evidence made by hand', () => {
    const text = formatReceipt({schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proofOf(example)]});
    expect(parseReceipt(text.replace('"hello\\n"', '"typed\\n"'), 'hello')).toHaveProperty('refused');
  });

  it('6. by a second way of rendering code', async () => {
    const checked: Checked = {byState: new Map(), unproved: []};
    const html = '<div class="theme-code-block"><pre data-proof="verified">FROM x</pre></div>';
    checkPage(html, 'page.html', new ProvedTexts([]), checked);
    expect(checked.unproved).toHaveLength(1);
    const typed = `<Fence view={{html: 'FROM x', reason: 'r', until: '2027-01-01'}} />`;
    expect(await refused(`${typed}\n`)).toContain('docs/page.mdx:1:1: <Fence> written by hand');
  });

  it('7. by a run that nobody noticed had stopped', () => {
    expect(stateOf(example, read(proofOf(example, {provedAt: '2026-08-01T00:00:00Z'})))).toBe('expired');
  });

  it('8. by showing another file than the one that was built', async () => {
    const collection = {
      examples: [example],
      receipts: new Map(),
      standings: [],
      twins: [],
      identity,
      notReproduced: [],
    };
    const context = {collection, addresses: new Addresses('examples')};
    const card = await cardView(
      {uid: 'x', example, variants: ['current'], files: () => [{path: 'Dockerfile'}]},
      context,
    );
    const shown = (card.variants[0]?.files[0]?.html ?? '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&amp;', '&');
    expect(`${shown}\n`).toBe(DOCKERFILE);
    expect(Buffer.from(zipOf(example)).includes('context/Dockerfile')).toBe(true);
  });

  it('9. by a badge that states an intention', () => {
    expect(stateOf(example, {receipt: undefined})).toBe('missing');
    expect(judge(standingsOf(example, {receipt: undefined}, options), []).refusal).toContain('missing');
  });

  it('10. by upstream moving while nothing is committed here', () => {
    const registry = proofOf(example, {world: 'registry'});
    const [marked] =
      markMoved(
        {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [registry]},
        new Map([['golang:1.27', 'sha256:new']]),
        '2026-11-23T00:00:00Z',
      ) ?? [];
    expect(marked && stateOf(example, read(marked))).toBe('moved');
  });

  it('11. by dropping a step that looks like another', () => {
    const twice = MANIFEST.replace(
      'scenarios:\n',
      'scenarios:\n  - id: again\n    title: greets\n    expect: {stdout: {exact: "hello\\n"}}\n',
    );
    const two = only(hello({'examples/hello/example.yaml': twice}));
    expect(checkProof(two, proofOf(example))).toMatchObject([
      {scenario: 'again', what: 'run', got: 'nothing'},
    ]);
    const same = MANIFEST + MANIFEST.slice(MANIFEST.indexOf('  - id: greets'));
    expect(hello({'examples/hello/example.yaml': same}).problems.map(formatProblem).join()).toContain(
      'scenario id "greets" is used twice',
    );
  });

  it('12. by a gate so flaky that it is switched off: it reads receipts and runs nothing', () => {
    const {folder} = hello();
    const settings = {id: 'default', ...DEFAULT_OPTIONS};
    const proof = provedIn(collect(folder, settings));
    writeFileSync(
      path.join(folder, 'examples/hello/receipt.json'),
      formatReceipt({schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proof]}),
    );
    const engines = folderOfEngines();
    vi.stubEnv('PATH', engines);
    try {
      const {standings, twins} = collect(folder, settings, {now: NOW});
      expect(standings.map(({state}) => state)).toEqual(['verified']);
      expect(judge(standings, twins).refusal).toBeUndefined();
    } finally {
      vi.unstubAllEnvs();
    }
    expect(readdirSync(engines).sort()).toEqual(['docker', 'podman']);
  });
});

/** The proof of the only example, with the bases as they are known in its site. */
function provedIn({examples, identity}: Collection): Proof {
  const one = only({examples: [...examples], problems: []});
  const proof = proofOf(one);
  const keyed = keyParts({example: one, ...proof}, identity);
  if ('unknownBases' in keyed) throw new Error(keyed.unknownBases.join());
  return seal(one.id, {...proof, keyParts: keyed.parts, key: keyOf(keyed.parts)});
}

/** A PATH with engines alone, which leave a file beside them when they are asked anything. */
function folderOfEngines(): string {
  const engine = '#!/bin/sh\n: >"$0.was-asked"\n';
  const folder = folderWith({docker: engine, podman: engine});
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o755);
  return folder;
}
