import {expect, it} from 'vitest';
import {DOCKERFILE, hello, MANIFEST, only} from '../../__tests__/fixtures';
import {TOOLBOX} from '../fixtures';
import {basesByPlatform} from '../neededBases';
import type {PlannedJob} from '../plan';

it('names what jobs are built from by platform, and on that of the engine what reads their programs', () => {
  const example = only(
    hello({
      'examples/hello/Dockerfile': DOCKERFILE.replace(
        'FROM golang',
        'FROM --platform=$BUILDPLATFORM golang',
      ).replace('FROM scratch', 'FROM alpine:3.23'),
      'examples/hello/example.yaml': MANIFEST.replace(
        'title: Go 1.27\n',
        'title: Go 1.27\n    platforms: [linux/amd64, linux/arm64]\n',
      ),
    }),
  );
  const job = (platform: string): PlannedJob => ({example, variant: 'current', platform, reason: ''});
  const found = basesByPlatform([job('linux/amd64'), job('linux/arm64')], 'linux/arm64');
  expect(found.get('linux/amd64')).toEqual(expect.arrayContaining(['alpine:3.23']));
  expect(found.get('linux/arm64')).toEqual(expect.arrayContaining(['alpine:3.23']));
  expect(found.get('linux/arm64')).toContain(TOOLBOX);
  for (const refs of found.values()) expect(refs).toEqual([...new Set(refs)].sort());
});
