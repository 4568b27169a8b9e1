/**
 * A program that writes one receipt after the other until it is killed: `jiti writer.ts GIVEN`, a JSON file with an
 * example and its proofs. It says so when it is at it.
 */
import {readFileSync} from 'node:fs';
import type {Example} from '../../../../example/collect/example';
import type {Proof} from '../../../model/receipt';
import {writeProofs} from '../../write';

const [, , given = ''] = process.argv;
const {example, proofs} = JSON.parse(readFileSync(given, 'utf8')) as {example: Example; proofs: Proof[]};

async function main(): Promise<never> {
  for (;;) {
    for (const proof of proofs) await writeProofs(example, undefined, [proof]);
    process.stdout.write('.');
  }
}

void main();
