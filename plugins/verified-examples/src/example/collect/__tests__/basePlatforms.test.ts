import {describe, expect, it} from 'vitest';
import {hello, only} from '../../../__tests__/fixtures';
import {basePlatformOf, basesFor} from '../basePlatforms';
import {analyseDockerfile} from '../dockerfile';
import type {Problem} from '../../../problems';

const CROSS = `ARG CODENAME=trixie
FROM --platform=$BUILDPLATFORM golang:1.27-\${CODENAME} AS build
FROM --platform=\${TARGETPLATFORM} alpine:3.23 AS zones
FROM build AS again
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=debian:trixie-slim /etc/hosts /hosts
`;

function needs(text: string, platform: string, build?: string): [string, string][] {
  const problems: Problem[] = [];
  const facts = analyseDockerfile(text, {}, 'Dockerfile', problems);
  expect(problems).toEqual([]);
  return basesFor(facts, platform, build).map(({name, platform: on}) => [name, on]);
}

describe('platforms of bases', () => {
  it('are the target for what is built and this machine for what builds', () => {
    expect(needs(CROSS, 'linux/arm64')).toEqual([
      ['alpine:3.23', 'linux/arm64'],
      ['debian:trixie-slim', 'linux/arm64'],
      ['gcr.io/distroless/static-debian13:nonroot', 'linux/arm64'],
      ['golang:1.27-trixie (linux/amd64)', 'linux/amd64'],
    ]);
  });

  it('are that of the builder, where a variant names one', () => {
    expect(needs(CROSS, 'linux/amd64', 'linux/arm64').at(-1)).toEqual([
      'golang:1.27-trixie (linux/arm64)',
      'linux/arm64',
    ]);
  });

  it('leave the names in a key alone where all is one platform', () => {
    const names = needs(CROSS, 'linux/amd64').map(([name]) => name);
    expect(names).toEqual([
      'alpine:3.23',
      'debian:trixie-slim',
      'gcr.io/distroless/static-debian13:nonroot',
      'golang:1.27-trixie',
    ]);
  });

  it('are two for an image that both builds and is built on', () => {
    const both = 'FROM --platform=$BUILDPLATFORM alpine:3.23 AS tools\nFROM alpine:3.23\n';
    expect(needs(both, 'linux/arm64')).toEqual([
      ['alpine:3.23', 'linux/arm64'],
      ['alpine:3.23 (linux/amd64)', 'linux/amd64'],
    ]);
    expect(needs(both, 'linux/amd64')).toEqual([['alpine:3.23', 'linux/amd64']]);
  });

  it.each([
    [undefined, 'target'],
    ['$BUILDPLATFORM', 'build'],
    ['${TARGETPLATFORM}', 'target'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['$BUILDPLATFORMS', undefined],
    ['windows/amd64', undefined],
    ['', undefined],
  ])('are read from --platform=%s as %s', (flag, platform) => {
    expect(basePlatformOf(flag)).toBe(platform);
  });

  it('are refused, with the line, where they cannot be known', () => {
    const {problems} = hello({'examples/hello/Dockerfile': 'FROM --platform=$WHERE scratch\n'});
    expect(problems).toMatchObject([
      {line: 1, message: expect.stringContaining('expected $BUILDPLATFORM, $TARGETPLATFORM') as string},
    ]);
    expect(only(hello()).variants.current?.dockerfileFacts.platforms).toEqual({
      'golang:1.27': ['target'],
      scratch: ['target'],
    });
  });
});
