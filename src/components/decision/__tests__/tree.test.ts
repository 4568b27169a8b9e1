import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {pathsOf} from '../tree';

const EXAMPLES = path.join(__dirname, '../../../../examples');
const paths = pathsOf();

describe('the decision tree', () => {
  it('names each choice once, since an address names it', () => {
    const choices = new Set(paths.flatMap((one) => one.choices));
    expect(new Set([...choices].map(({id}) => id)).size).toBe(choices.size);
  });

  it.each(paths.map(({choices, leaf}) => ({way: choices.map(({id}) => id).join(' › '), leaf})))(
    'ends in a recipe that is proved: $way',
    ({leaf: {example, variant}}) => {
      const folder = path.join(EXAMPLES, example);
      expect(readFileSync(path.join(folder, 'example.yaml'), 'utf8')).toMatch(/^recipe: /m);
      const receipt = readFileSync(path.join(folder, 'receipt.json'), 'utf8');
      const {proofs} = JSON.parse(receipt) as {proofs: {variant: string}[]};
      expect(proofs.map((proof) => proof.variant)).toContain(variant ?? proofs[0]?.variant);
    },
  );
});
