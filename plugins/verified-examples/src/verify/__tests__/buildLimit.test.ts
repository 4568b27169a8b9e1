import {expect, it} from 'vitest';
import {hello, only} from '../../__tests__/fixtures';
import {buildLimit} from '../buildLimit';
import {endOfBuild} from '../endOfBuild';

const MINUTE = 60_000;

it('a build whose compiler is emulated may take twelve times as long, and says so when that was not enough', () => {
  const example = only(hello());
  const [current] = Object.values(example.variants);
  if (current === undefined) throw new Error('no variant');
  const slow = {...example, variants: {current: {...current, slow: true}}};
  expect(buildLimit({example, variant: 'current'}).milliseconds).toBe(15 * MINUTE);
  expect(buildLimit({example: slow, variant: 'current'}).milliseconds).toBe(180 * MINUTE);
  const ended = {succeeded: false, timedOut: true, output: 'go build\n', seconds: 1, command: []};
  expect(endOfBuild({example: slow, variant: 'current'}, ended)).toBe('killed after 12 × 15m\ngo build');
});
