import {expect, it} from 'vitest';
import {DEFAULT_OPTIONS} from '../../../plugins/verified-examples/src/settings';
import {pluginOptions} from '../pluginOptions';

it('gives the plugin what Docusaurus would give it', () => {
  expect(pluginOptions()).toEqual({
    ...{id: 'default', path: 'examples', routeBasePath: 'examples'},
    ...{
      expiresAfterDays: DEFAULT_OPTIONS.expiresAfterDays,
      onExpired: DEFAULT_OPTIONS.onExpired,
      onUpstreamMoved: DEFAULT_OPTIONS.onUpstreamMoved,
    },
  });
});
