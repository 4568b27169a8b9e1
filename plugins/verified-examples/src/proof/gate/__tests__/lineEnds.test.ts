import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, HELLO, identity, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import type {Example} from '../../../example/collect/example';
import {RECEIPT_SCHEMA, type Proof} from '../../model/receipt';
import {judge} from '../gate';
import {standingsOf} from '../state';

const now = new Date('2026-11-23T12:00:00Z');
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const CRLF = Object.fromEntries(Object.entries(HELLO).map(([file, text]) => [file, crlf(text)]));
const DOCKERFILE_PATH = 'examples/hello/Dockerfile';

const standings = (example: Example, proof: Proof) =>
  standingsOf(
    example,
    {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proof]}},
    {identity, now, expiresAfterDays: 90},
  );
const refusal = (before: Example, after: Example) => judge(standings(after, proofOf(before)), []).refusal;

describe('a file whose line ends alone differ from the proved one', () => {
  const proved = only(hello());

  it('is told as that, with what to do instead of proving it', () => {
    expect(refusal(proved, only(hello(CRLF)))).toMatchInlineSnapshot(`
      "The site can't be built: 1 proof is missing, stale or failed.
        examples/hello (current, linux/amd64) stale: Dockerfile, main.go differ only in line ends (CRLF here, LF in the proof), after the rebuilt proof of 2026-11-20.
      Restore LF line ends, with everything committed, with: git rm -rq --cached . && git reset --hard"
    `);
  });

  it('is told beside what else changed, which is to be proved', () => {
    const changed = {...CRLF, 'examples/hello/main.go': 'package main\r\n'};
    expect(refusal(proved, only(hello(changed)))).toMatchInlineSnapshot(`
      "The site can't be built: 1 proof is missing, stale or failed.
        examples/hello (current, linux/amd64) stale: main.go changed; Dockerfile differs only in line ends (CRLF here, LF in the proof), after the rebuilt proof of 2026-11-20.
      Restore LF line ends, with everything committed, with: git rm -rq --cached . && git reset --hard
      Prove it with: npm run verify hello"
    `);
  });

  it('is told of the lab too', () => {
    const lab = {
      'examples/hello/example.yaml': MANIFEST.replace('title: greets', 'title: greets\n    network: lab'),
      'examples/_lab/main.go': 'package main\n',
    };
    const after = only(hello({...lab, 'examples/_lab/main.go': 'package main\r\n'}));
    expect(refusal(only(hello(lab)), after)).toContain(
      'lab/main.go differs only in line ends (CRLF here, LF in',
    );
  });

  it('is to be proved again when it is the proof that has CRLF', () => {
    expect(refusal(only(hello(CRLF)), proved)).toMatchInlineSnapshot(`
      "The site can't be built: 1 proof is missing, stale or failed.
        examples/hello (current, linux/amd64) stale: Dockerfile, main.go differ only in line ends (LF here, CRLF in the proof), after the rebuilt proof of 2026-11-20.
      Prove it with: npm run verify hello"
    `);
  });

  it('is not one with a single other byte, or another mode', () => {
    const other = only(hello({[DOCKERFILE_PATH]: `${crlf(DOCKERFILE)} `}));
    expect(refusal(proved, other)).toContain('Dockerfile changed');
    const [first] = standings(only(hello({[DOCKERFILE_PATH]: `${DOCKERFILE}\r`})), proofOf(proved));
    expect(first?.reasons).toEqual(['Dockerfile changed, after the rebuilt proof of 2026-11-20.']);
  });
});

describe('a checkout', () => {
  const root = path.join(__dirname, '../../../../../..');
  const attributes = (file: string) =>
    execFileSync('git', ['check-attr', 'text', 'eol', '--', file], {cwd: root, encoding: 'utf8'})
      .trim()
      .split('\n');

  it('has LF, whatever Git is told on the machine', () => {
    for (const file of [DOCKERFILE_PATH, 'examples/a/main.go', 'plugins/x.ts'])
      expect(attributes(file)).toEqual([`${file}: text: auto`, `${file}: eol: lf`]);
  });

  it('has every byte of what is no text', () => {
    expect(attributes('static/favicon.ico')[0]).toBe('static/favicon.ico: text: unset');
  });
});
