import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {hello, INSPECTION, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {discoverExamples} from '../../../example/collect/discover';
import {RECEIPT_SCHEMA, type Proof, type Receipt} from '../../model/receipt';
import {compareProofs} from '../compare';
import {parseReceipt, readReceipt} from '../read';
import {seal} from '../seal';
import {formatReceipt, mergeProofs, receiptOf, writeProofs} from '../write';

const ROOT = path.join(__dirname, '../../../../../..');

const example = only(hello());
const receipt: Receipt = {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proofOf(example)]};
const text = formatReceipt(receipt);

/** The receipt with a change that whoever made it did not seal. */
function edited(
  change: (json: {schema: number; example: string; proofs: Record<string, unknown>[]}) => void,
): string {
  const json = JSON.parse(text) as Parameters<typeof change>[0];
  change(json);
  return JSON.stringify(json);
}

describe('a receipt', () => {
  it('survives being written and read', async () => {
    const found = only(hello());
    await writeProofs(found, undefined, [proofOf(found)]);
    expect(readReceipt(found)).toEqual({receipt});
  });

  it('has one form, whatever the order of its making', () => {
    const proofs = [proofOf(example, {world: 'registry'}), proofOf(example)];
    const forwards = mergeProofs(example, undefined, proofs);
    const backwards = mergeProofs(example, undefined, proofs.toReversed());
    expect(formatReceipt(forwards)).toBe(formatReceipt(backwards));
    const reversed = Object.fromEntries(Object.entries(proofOf(example)).reverse()) as Proof;
    expect(formatReceipt({...receipt, proofs: [reversed]})).toBe(text);
  });

  it('of this site has that form', () => {
    const {examples} = discoverExamples(ROOT, 'examples');
    expect(examples).not.toEqual([]);
    for (const found of examples) {
      const kept = receiptOf(found);
      const file = readFileSync(path.join(found.folder, 'receipt.json'), 'utf8');
      expect(kept && formatReceipt(kept), found.id).toBe(file);
    }
  });

  it('keeps the proofs of the other world, and drops those of variants that are gone', () => {
    const registry = proofOf(example, {world: 'registry'});
    const gone = seal('hello', {...registry, variant: 'gone'});
    const merged = mergeProofs(example, {...receipt, proofs: [registry, gone]}, [proofOf(example)]);
    expect(merged.proofs.map(({variant, world}) => `${variant} ${world}`)).toEqual(
      ['current rebuilt', 'current registry'].sort(),
    );
  });
});

describe('a receipt is refused', () => {
  it.each([
    [
      'when an output was typed by hand',
      edited(({proofs}) => {
        (proofs[0] as {scenarios: {stdout: string}[]}).scenarios.forEach((run) => (run.stdout = 'hello!\n'));
      }),
    ],
    [
      'when its date was changed',
      edited(({proofs}) => Object.assign(proofs[0] ?? {}, {provedAt: '2027-01-01T00:00:00Z'})),
    ],
    [
      'when its key was replaced',
      edited(({proofs}) => Object.assign(proofs[0] ?? {}, {key: `sha256:${'0'.repeat(64)}`})),
    ],
    ['when it was copied from another example', edited((json) => (json.example = 'other'))],
    [
      'when the copy was renamed to fit',
      edited((json) => ((json.proofs[0] as {keyParts: {example: string}}).keyParts.example = 'other')),
    ],
    ['when its schema is older', edited((json) => (json.schema = 0))],
    ['when it has keys nobody knows', edited(({proofs}) => Object.assign(proofs[0] ?? {}, {note: 'ok'}))],
    ['when it has two proofs of one thing', edited((json) => json.proofs.push(...json.proofs))],
    ['when it was cut in half', text.slice(0, text.length / 2)],
    ['when it has merge markers', `<<<<<<< ours\n${text}`],
    ['when it is empty', ''],
  ])('%s', (_, content) => {
    expect(parseReceipt(content, 'hello')).toMatchSnapshot();
  });

  it('when the seal was computed anew but the key is not that of its parts', () => {
    const forged = seal('hello', {...proofOf(example), key: `sha256:${'0'.repeat(64)}`});
    expect(parseReceipt(formatReceipt({...receipt, proofs: [forged]}), 'hello')).toMatchInlineSnapshot(`
      {
        "refused": "contradicts itself: the key of its proof (current, linux/amd64, rebuilt) is not that of its parts",
      }
    `);
  });

  it('on disk, and nothing of it is used', () => {
    const found = only(hello());
    writeFileSync(path.join(found.folder, 'receipt.json'), text.replace('hello\\n', 'bye\\n'));
    expect(readReceipt(found)).toHaveProperty('refused');
  });
});

describe('compareProofs', () => {
  const recorded = proofOf(example);

  it('finds nothing between equal runs', () => {
    const again = {
      ...proofOf(example, {provedAt: '2026-11-23T10:00:00Z'}),
      build: {...recorded.build, seconds: 99},
    };
    expect(compareProofs(recorded, again, [])).toEqual({broken: [], moved: []});
  });

  it('breaks on any difference of an exact fact', () => {
    const image = {
      ...INSPECTION,
      user: '65532',
      binary: INSPECTION.binary && {...INSPECTION.binary, needed: ['libc.so.6']},
    };
    const measured = proofOf(example, {stdout: 'hullo\n', image});
    expect(compareProofs(recorded, measured).broken).toMatchInlineSnapshot(`
      [
        {
          "from": "",
          "path": "image.user",
          "to": "65532",
        },
        {
          "from": "[]",
          "path": "image.binary.needed",
          "to": "["libc.so.6"]",
        },
        {
          "from": "hello
      ",
          "path": "scenarios.0.stdout",
          "to": "hullo
      ",
        },
      ]
    `);
  });

  it('calls a difference of a drifting fact a move, unless the author pinned it', () => {
    const measured = proofOf(example, {image: {...INSPECTION, size: 1, packages: {tzdata: '2026c'}}});
    expect(compareProofs(recorded, measured)).toMatchInlineSnapshot(`
      {
        "broken": [],
        "moved": [
          {
            "from": "2000000",
            "path": "image.size",
            "to": "1",
          },
          {
            "from": "absent",
            "path": "image.packages.tzdata",
            "to": "2026c",
          },
        ],
      }
    `);
  });

  it('takes a size that differs a little and alone for no move', () => {
    const {size} = INSPECTION;
    const moved = (image: Partial<typeof INSPECTION>) =>
      compareProofs(recorded, proofOf(example, {image: {...INSPECTION, ...image}})).moved.map(
        ({path: fact}) => fact,
      );
    expect(moved({size: size + 2})).toEqual([]);
    expect(moved({size: size * 1.02})).toEqual(['image.size']);
    expect(moved({size: size + 2, packages: {tzdata: '2026c'}})).toEqual([
      'image.size',
      'image.packages.tzdata',
    ]);
    expect(moved({size: 0})).toEqual(['image.size']);
  });

  it('lets another engine say in its own words that it could not start a program, and no program say other things', () => {
    const saying = (engine: 'docker' | 'podman', stderr: string) => {
      const proof = proofOf(example);
      return {
        ...proof,
        engine: {...proof.engine, name: engine},
        scenarios: proof.scenarios.map((run) => ({...run, stderr})),
      };
    };
    const docker = saying('docker', 'docker: Error response from daemon: exec: "sh"');
    const broken = (measured: typeof docker) =>
      compareProofs(docker, measured, []).broken.map(({path: fact}) => fact);
    expect(broken(saying('podman', 'Error: runc: exec: "sh"'))).toEqual([]);
    expect(broken(saying('docker', 'docker: something else'))).toEqual(['scenarios.0.stderr']);
    expect(broken(saying('podman', 'panic'))).toEqual(['scenarios.0.stderr']);
  });

  it('takes no working directory for the root: BuildKit writes / for an image from scratch, Buildah nothing', () => {
    const workdir = (value: string) => proofOf(example, {image: {...INSPECTION, workdir: value}});
    expect(compareProofs(workdir('/'), workdir(''), []).broken).toEqual([]);
    expect(compareProofs(workdir(''), workdir('/srv'), []).broken).toMatchObject([
      {path: 'image.workdir', to: '/srv'},
    ]);
  });

  it('breaks on another build command: it is made of the manifest, and shown', () => {
    const measured = {...recorded, build: {...recorded.build, command: 'docker build --pull -t hello .'}};
    expect(compareProofs(recorded, measured).broken.map(({path: fact}) => fact)).toEqual(['build.command']);
  });

  it('lets a title be worded anew: pages show that of the manifest', () => {
    const scenarios = recorded.scenarios.map((run) => ({...run, title: 'Older words'}));
    expect(scenarios).not.toEqual(recorded.scenarios);
    expect(compareProofs({...recorded, scenarios}, recorded, [])).toEqual({broken: [], moved: []});
  });

  it('lets what the catalogue says of a rebuilt base be worded anew: pages show that of the catalogue', () => {
    const bases = recorded.bases.map((base) => ({...base, approximations: ['Older words.', 'And others.']}));
    expect(bases).not.toEqual(recorded.bases);
    expect(compareProofs({...recorded, bases}, recorded, [])).toEqual({broken: [], moved: []});
  });

  it('is strict about facts that nobody classified', () => {
    const measured = proofOf(only(hello({'examples/hello/example.yaml': MANIFEST})), {
      image: {...INSPECTION, tmp: true},
    });
    expect(compareProofs(recorded, measured).broken.map(({path: fact}) => fact)).toEqual(['image.tmp']);
  });
});
