import {execa} from 'execa';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {hello, only, proofOf} from '../../../__tests__/fixtures';
import {readReceipt} from '../read';
import {formatReceipt, mergeProofs, writeProofs} from '../write';

const WRITER = path.join(import.meta.dirname, 'support/writer.ts');
const KILLS = 6;
/** So much that a write in more than one step is caught in it. */
const BIG = 1_500_000;

test('a receipt is always whole: while it is written, and wherever its writer is killed', async () => {
  const example = only(hello());
  const proofs = ['a', 'b'].map((letter) => proofOf(example, {stdout: letter.repeat(BIG)}));
  const versions = proofs.map((proof) => formatReceipt(mergeProofs(example, undefined, [proof])));
  await writeProofs(example, undefined, proofs.slice(0, 1));
  const given = path.join(path.dirname(example.folder), 'given.json');
  writeFileSync(given, JSON.stringify({example, proofs}));
  const isWhole = () => versions.includes(readFileSync(path.join(example.folder, 'receipt.json'), 'utf8'));

  for (let kill = 0; kill < KILLS; kill++) {
    const writer = execa('jiti', [WRITER, given], {preferLocal: true, reject: false});
    await Promise.race([writer, new Promise((resolve) => writer.stdout.once('data', resolve))]);
    const end = performance.now() + Math.random() * 200;
    let whole = true;
    while (whole && performance.now() < end) {
      await delay(1);
      whole = isWhole();
    }
    writer.kill('SIGKILL');
    expect(await writer).toMatchObject({signal: 'SIGKILL', stderr: ''});
    expect(whole && isWhole()).toBe(true);
    expect(readReceipt(example).refused).toBeUndefined();
  }
}, 60_000);
