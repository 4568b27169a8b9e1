import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, identity, INSPECTION, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import type {Example} from '../../../example/collect/example';
import {RECEIPT_SCHEMA, type Proof} from '../../model/receipt';
import type {ReadReceipt} from '../../receipt/read';
import {judge} from '../gate';
import {standingsOf} from '../state';

const NOW = new Date('2026-11-23T12:00:00Z');
const options = {identity, now: NOW, expiresAfterDays: 90};

function read(...proofs: Proof[]): ReadReceipt {
  return {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs}};
}

/** State and reasons of `now`, whose receipt was written for `before`. */
function standing(before: Example, now: Example, proof = proofOf(before)) {
  const [first] = standingsOf(now, read(proof), options);
  return `${first?.state ?? 'none'}: ${first?.reasons.join(' ') ?? ''}`;
}

const example = only(hello());

describe('the state of a snippet', () => {
  it('is verified while its bytes are those that were proved', () => {
    expect(standing(example, only(hello()))).toBe('verified: ');
  });

  it('is missing without a proof', () => {
    expect(standingsOf(example, {receipt: undefined}, options)[0]?.state).toBe('missing');
  });

  it('is failed when the receipt is refused', () => {
    const [first] = standingsOf(example, {refused: 'is not whole JSON'}, options);
    expect(first).toMatchObject({
      state: 'failed',
      reasons: ['The receipt is not whole JSON.'],
      proof: undefined,
    });
  });

  it.each([
    ['one byte of the Dockerfile', {'examples/hello/Dockerfile': `${DOCKERFILE}\n`}],
    ['a source file', {'examples/hello/main.go': 'package main\n'}],
    ['an added file', {'examples/hello/extra.txt': ''}],
    ['a removed file', {'examples/hello/main.go': undefined}],
    [
      'a loosened manifest',
      {'examples/hello/example.yaml': MANIFEST.replace('exact: |\n          hello', 'contains: [hell]')},
    ],
    [
      'a dropped fact',
      {'examples/hello/example.yaml': MANIFEST.replace('facts:\n  binary.linkage: static\n', '')},
    ],
    ['a looser limit', {'examples/hello/example.yaml': `${MANIFEST}limits: {memory: 1g}\n`}],
  ])('is stale after a change of %s, and says which', (_, changes) => {
    expect(standing(example, only(hello(changes)))).toMatchSnapshot();
  });

  it('is stale after a change of the shared app', () => {
    const manifest = MANIFEST.replace('title: Hello', 'title: Hello\napp: greeter');
    const common = {'examples/hello/example.yaml': manifest, 'examples/hello/main.go': undefined};
    const before = only(hello({...common, 'examples/_apps/greeter/main.go': 'package main\n'}));
    const now = only(hello({...common, 'examples/_apps/greeter/main.go': 'package main // changed\n'}));
    expect(standing(before, now)).toMatchInlineSnapshot(
      `"stale: main.go changed, after the rebuilt proof of 2026-11-20."`,
    );
  });

  it('is stale after a change of the lab that a scenario runs in', () => {
    const manifest = MANIFEST.replace('title: greets', 'title: greets\n    network: lab');
    const files = (lab: string) => ({'examples/hello/example.yaml': manifest, 'examples/_lab/main.go': lab});
    expect(standing(only(hello(files('one'))), only(hello(files('two'))))).toMatchInlineSnapshot(
      `"stale: lab/main.go changed, after the rebuilt proof of 2026-11-20."`,
    );
  });

  it('is stale after a change of a base, in that world alone', () => {
    const moved = {
      ...options,
      identity: (ref: string, world: 'registry' | 'rebuilt', platform: string) =>
        world === 'rebuilt' ? `new-${ref}` : identity(ref, world, platform),
    };
    const both = read(proofOf(example, {world: 'registry'}), proofOf(example));
    expect(standingsOf(example, both, moved)[0]?.state).toBe('verified');
    expect(standingsOf(example, read(proofOf(example)), moved)[0]).toMatchObject({
      state: 'stale',
      reasons: ['base golang:1.27 changed; base scratch changed, after the rebuilt proof of 2026-11-20.'],
    });
  });

  it('stays verified when words of a page change', () => {
    expect(
      standing(
        example,
        only(hello({'examples/hello/example.yaml': MANIFEST.replace('Says hello.', 'Greets.')})),
      ),
    ).toBe('verified: ');
  });

  it('prefers the proof of the registry', () => {
    const [first] = standingsOf(
      example,
      read(proofOf(example), proofOf(example, {world: 'registry'})),
      options,
    );
    expect(first?.proof?.world).toBe('registry');
  });

  it('is that of the proof that holds, where that of the other world does not', () => {
    const broken = proofOf(example, {world: 'registry', stdout: 'bye\n'});
    expect(standingsOf(example, read(broken, proofOf(example)), options)[0]).toMatchObject({
      ...{state: 'verified', reasons: []},
      proof: {world: 'rebuilt'},
    });
    const both = standingsOf(example, read(broken, proofOf(example, {stdout: 'no\n'})), options)[0];
    expect(both).toMatchObject({state: 'failed', proof: undefined});
    expect(both?.reasons.map((reason) => reason.split(' ')[1])).toEqual(['registry', 'rebuilt']);
  });

  it('is failed when the recorded outcome is not what the manifest asks for', () => {
    expect(standing(example, example, proofOf(example, {stdout: 'bye\n'}))).toMatchInlineSnapshot(
      `"failed: The rebuilt proof does not hold: stdout of scenario greets: expected exactly "hello\\n", got "bye\\n"."`,
    );
    expect(
      standing(example, example, proofOf(example, {image: {...INSPECTION, binary: null}})),
    ).toMatchInlineSnapshot(
      `"failed: The rebuilt proof does not hold: fact binary.linkage: expected "static", got no such fact in the inspection."`,
    );
  });

  it('is expired after its days, and moved when upstream was seen to', () => {
    expect(
      standing(example, example, proofOf(example, {provedAt: '2026-08-01T00:00:00Z'})),
    ).toMatchInlineSnapshot(`"expired: Proved 114 days ago; a proof counts for 90 days."`);
    const provedAt = '2026-08-25T18:00:00Z';
    const [onLastDay, dayAfter] = ['2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z'].map(
      (now) => standingsOf(example, read(proofOf(example, {provedAt})), {...options, now: new Date(now)})[0],
    );
    expect([onLastDay?.state, dayAfter?.state]).toEqual(['verified', 'expired']);
    const moved = [{what: 'golang:1.27', from: 'sha256:a', to: 'sha256:b', seen: '2026-11-22T00:00:00Z'}];
    expect(standing(example, example, proofOf(example, {moved}))).toMatchInlineSnapshot(
      `"moved: Upstream moved, seen 2026-11-22: golang:1.27 was sha256:a, is sha256:b."`,
    );
  });
});

describe('judge', () => {
  it('lists every offender at once, with what to run', () => {
    const changed = only(hello({'examples/hello/Dockerfile': `${DOCKERFILE}\n`}));
    const standings = [
      ...standingsOf(changed, read(proofOf(example)), options),
      ...standingsOf(example, {receipt: undefined}, options),
    ];
    expect(judge(standings, [{example: 'hello', symptom: 's-one', reason: 'its fix is gone'}]).refusal)
      .toMatchInlineSnapshot(`
      "The site can't be built: 2 proofs are missing, stale or failed; 1 twin does not hold.
        examples/hello (current, linux/amd64) stale: Dockerfile changed, after the rebuilt proof of 2026-11-20.
        examples/hello (current, linux/amd64) missing: There is no proof.
        twin s-one of hello: its fix is gone.
      Prove it with: npm run verify hello"
    `);
  });

  it('lets publishable states pass, and speaks of them', () => {
    const verdict = judge(
      standingsOf(example, read(proofOf(example, {provedAt: '2026-01-01T00:00:00Z'})), options),
      [],
    );
    expect(verdict.refusal).toBeUndefined();
    expect(verdict.expired).toMatchInlineSnapshot(`
      "1 proof no longer count as fresh.
        examples/hello (current, linux/amd64) expired: Proved 326 days ago; a proof counts for 90 days.
      Prove again with: npm run verify -- --force hello"
    `);
    const moved = [{what: 'golang:1.27', from: 'sha256:a', to: 'sha256:b', seen: '2026-11-22T00:00:00Z'}];
    expect(judge(standingsOf(example, read(proofOf(example, {moved})), options), []).moved).toContain(
      'Prove again with: npm run verify -- --update-pins --bases registry hello',
    );
  });
});
