import {expect, it} from 'vitest';
import {variantsOn, type Platform} from '../platforms';

it('tells the variants of a platform, whoever names it', () => {
  const platforms: Platform[] = ['linux/amd64'];
  const variants = {both: {platforms: ['linux/amd64', 'linux/arm64'] satisfies Platform[]}, usual: {}};
  expect(variantsOn({platforms, variants}, 'linux/amd64')).toEqual(['both', 'usual']);
  expect(variantsOn({platforms, variants}, 'linux/arm64')).toEqual(['both']);
});
