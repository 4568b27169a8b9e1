import {execFileSync} from 'node:child_process';
import {generateKeyPairSync} from 'node:crypto';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {collect} from '../../../../verified-examples/src/proof/collection';
import type {Standing} from '../../../../verified-examples/src/proof/gate/state';
import {withDefaults} from '../../../../verified-examples/src/settings';
import {attestationOf} from '../attestation';
import {attestationFiles, toSign} from '../attestations';
import {digestsIn, digestsOf} from '../digests';
import type {Statement} from '../statement';
import {encoded, opened, signed} from './dsse';

const SITE = path.resolve(__dirname, '../../../../..');
const BASE = 'https://guide.test/base/';

const collection = collect(SITE, withDefaults({path: 'examples', routeBasePath: 'examples'}));
const files = new Map(attestationFiles(collection, BASE).map((file) => [file.path, String(file.bytes)]));

const Digests = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  gitBlob: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional(),
});
const Descriptor = z.strictObject({
  name: z.string().min(1),
  digest: Digests,
  annotations: z.record(z.string(), z.string()).optional(),
});
const TestResult = z.strictObject({
  result: z.enum(['PASSED', 'WARNED']),
  configuration: z.array(Descriptor).min(2),
  url: z.url().optional(),
  passedTests: z.array(z.string()),
  warnedTests: z.array(z.string()),
  failedTests: z.array(z.string()).max(0),
});
const StatementShape = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z
    .array(Descriptor)
    .min(1)
    .refine((all) => new Set(all.map(({name}) => name)).size === all.length, 'two have one name'),
  predicateType: z.literal('https://in-toto.io/attestation/test-result/v0.1'),
  predicate: TestResult.refine(
    ({result, passedTests, warnedTests}) =>
      passedTests.length + warnedTests.length > 0 && (result === 'WARNED') === warnedTests.length > 0,
  ),
});

describe('attestations of this site', () => {
  test('each example has a statement of the shape that in-toto asks for', () => {
    for (const {id} of collection.examples) {
      const statement = StatementShape.parse(JSON.parse(files.get(`/attestations/${id}.json`) ?? ''));
      expect(statement.predicate.url).toBe(`${BASE}x/${id}`);
      expect(statement.subject.filter(({name}) => /(^|\.)Dockerfile$/.test(name))).not.toEqual([]);
    }
  });

  test('what is signed has each file of each example, with names that no two share', () => {
    TestResult.parse(JSON.parse(files.get('/attestations/signed/predicate.json') ?? ''));
    const sums = (files.get('/attestations/signed/subjects.sha256') ?? '').trimEnd().split('\n');
    expect(sums).toHaveLength(collection.examples.reduce((sum, {context}) => sum + context.length, 0));
    expect(new Set(sums.map((line) => line.slice(66))).size).toBe(sums.length);
    for (const line of sums) expect(line).toMatch(/^[0-9a-f]{64} {2}[a-z0-9-]+\/\S+$/);
  });
});

describe('an attestation', () => {
  const [example] = collection.examples;
  if (example === undefined) throw new Error('there is no example');
  const standings = collection.standings
    .filter((one) => one.example.id === example.id)
    .map((one): Standing => ({...one, state: 'verified'}));
  const of = (some: typeof standings) =>
    attestationOf({example, manifest: Buffer.from('id: a\n'), standings: some}, BASE);

  test('warns of what expired or moved, and of that alone', () => {
    const [first, ...rest] = standings;
    if (first === undefined) throw new Error('there is no standing');
    const {predicate} = of([{...first, state: 'expired'}, ...rest]);
    expect(predicate.result).toBe('WARNED');
    expect(predicate.warnedTests).toContain(`build (${first.variant}, ${first.platform})`);
    expect(of(standings).predicate).toMatchObject({result: 'PASSED', warnedTests: []});
  });

  test('is not made of what is not proved', () => {
    const stale = standings.map((one): Standing => ({...one, state: 'stale', proof: undefined}));
    expect(() => of(stale)).toThrow(/is stale: what is not proved is not attested/);
  });

  test('more files than can be signed at once are refused', () => {
    const statement = of(standings);
    const many = new Map(Array.from({length: 1025}, (_, at): [string, Statement] => [`a-${at}`, statement]));
    expect(() => toSign(many)).toThrow(/sign them in parts/);
  });
});

describe('digests', () => {
  test('are those of sha256sum and git', () => {
    const bytes = Buffer.from('Hello');
    // The example of in-toto's spec/v1/digest_set.md.
    expect(digestsOf(bytes).gitBlob).toBe('5ab2f8a4323abafb10abb68657d9d39f1a775057');
    expect(digestsOf(bytes).gitBlob).toBe(
      execFileSync('git', ['hash-object', '--stdin'], {input: bytes, encoding: 'utf8'}).trim(),
    );
    expect(digestsOf(bytes).sha256).toBe('185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969');
  });

  test('of another kind are refused', () => {
    expect(() => digestsIn('md5:00')).toThrow('"md5:00" is no digest: expected sha256: and 64 hex digits.');
  });
});

describe('signed with a throw-away key', () => {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const bytes = Buffer.from(files.get('/attestations/pure-go-static.json') ?? '');
  const envelope = signed(bytes, privateKey);

  test('what is encoded is what the protocol has as its example', () => {
    expect(encoded('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
  });

  test('it opens, and holds the statement', () => {
    expect(opened(envelope, publicKey)?.equals(bytes)).toBe(true);
    StatementShape.parse(JSON.parse(String(opened(envelope, publicKey))));
  });

  test('a changed byte is refused, wherever it is', () => {
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(opened({...envelope, payload: changed.toString('base64')}, publicKey)).toBeUndefined();
    }
  });

  test('another type, another key and another signature are refused', () => {
    const other = generateKeyPairSync('ec', {namedCurve: 'P-256'});
    expect(opened({...envelope, payloadType: 'application/json'}, publicKey)).toBeUndefined();
    expect(opened(envelope, other.publicKey)).toBeUndefined();
    expect(
      opened({...envelope, signatures: signed(Buffer.from('{}'), privateKey).signatures}, publicKey),
    ).toBeUndefined();
    expect(opened({...envelope, signatures: []}, publicKey)).toBeUndefined();
  });
});
