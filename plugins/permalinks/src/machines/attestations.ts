import {readFileSync} from 'node:fs';
import path from 'node:path';
import {MANIFEST_FILE} from '../../../verified-examples/src/example/collect/example';
import type {Collection} from '../../../verified-examples/src/proof/collection';
import type {Made} from '../made';
import {attestationOf} from './attestation';
import type {Statement, TestResult} from './statement';

const FOLDER = '/attestations';

/** `actions/attest` takes no more in one attestation (its src/subject.ts, MAX_SUBJECT_COUNT). */
const MOST_SUBJECTS = 1024;

/**
 * A statement for each example, `/attestations/<id>.json`, and what the public workflow signs: all of them as one.
 *
 * @param base - Origin and base path of the site, with `/` at the end
 */
export function attestationFiles(
  {examples, standings}: Pick<Collection, 'examples' | 'standings'>,
  base: string,
): Made[] {
  const statements = new Map(
    examples.map((example) => [
      example.id,
      attestationOf(
        {
          example,
          manifest: readFileSync(path.join(example.folder, MANIFEST_FILE)),
          standings: standings.filter((one) => one.example.id === example.id),
        },
        base,
      ),
    ]),
  );
  return [
    ...[...statements].map(([id, statement]) => ({path: `${FOLDER}/${id}.json`, bytes: json(statement)})),
    ...toSign(statements),
  ];
}

/**
 * All statements as one: the predicate, and its subjects as `sha256sum` prints them. Names have the example before them.
 *
 * @throws Error when there are more subjects than can be signed at once
 */
export function toSign(statements: ReadonlyMap<string, Statement>): Made[] {
  const all = [...statements];
  const sums = all.flatMap(([id, {subject}]) =>
    subject.map(({name, digest}) => `${digest.sha256 ?? ''}  ${id}/${name}\n`),
  );
  if (sums.length > MOST_SUBJECTS)
    throw new Error(
      `${sums.length} files of examples are to be signed, and an attestation holds ${MOST_SUBJECTS}: sign them in parts (.github/workflows/verify.yml).`,
    );
  const tests = (kind: 'passedTests' | 'warnedTests' | 'failedTests') =>
    all.flatMap(([id, {predicate}]) => predicate[kind].map((test) => `${id}: ${test}`));
  const predicate: TestResult = {
    result: all.every(([, one]) => one.predicate.result === 'PASSED') ? 'PASSED' : 'WARNED',
    configuration: all.flatMap(([id, one]) =>
      one.predicate.configuration.map((part) => ({...part, name: `${id}: ${part.name}`})),
    ),
    passedTests: tests('passedTests'),
    warnedTests: tests('warnedTests'),
    failedTests: tests('failedTests'),
  };
  return [
    {path: `${FOLDER}/signed/predicate.json`, bytes: json(predicate)},
    {path: `${FOLDER}/signed/subjects.sha256`, bytes: sums.join('')},
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
