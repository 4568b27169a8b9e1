import {expect, it} from 'vitest';
import {compile} from './compile';
import {proofDays} from '../proofDays';

it('takes the oldest and the youngest, however deep they are', () => {
  const at = (day: number) => ({provedAt: `2026-11-0${day}T10:00:00Z`});
  expect(proofDays([{fails: {run: at(3)}}, {variants: [at(1), {proofs: [at(7)]}]}, at(2), null])).toEqual({
    oldest: '2026-11-01T10:00:00Z',
    youngest: '2026-11-07T10:00:00Z',
  });
  expect(proofDays([{provedAt: null}, 'text'])).toBeUndefined();
});

it('stands above a page with proofs, and no other', async () => {
  const first = async (page: string) => {
    const [node] = (await compile(page)).children;
    return node?.type === 'mdxJsxFlowElement' ? node.name : node?.type;
  };
  expect(await first('Some text.\n\n::receipt{id=hello}\n')).toBe('ProofDays');
  expect(await first('Some text.\n')).toBe('paragraph');
});
