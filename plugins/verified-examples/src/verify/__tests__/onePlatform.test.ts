import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, MANIFEST, only} from '../../__tests__/fixtures';
import {requireOnePlatform} from '../onePlatform';
import type {Job} from '../plan';
import type {PreparedBase} from '../session';

const MANIFEST_ARM64 = MANIFEST.replace('title: Go 1.27\n', 'title: Go 1.27\n    platforms: [linux/arm64]\n');

function jobOf(dockerfile: string): Job {
  const example = only(
    hello({'examples/hello/Dockerfile': dockerfile, 'examples/hello/example.yaml': MANIFEST_ARM64}),
  );
  return {example, variant: 'current', platform: 'linux/arm64', world: 'rebuilt', reason: ''};
}

function base(ref: string, engineRef: string): [string, PreparedBase] {
  return [
    ref,
    {engineRef, use: {ref, identity: 'x', provenance: 'rebuilt', content: 'x', approximations: []}},
  ];
}

const amd64 = new Map([base('golang:1.27', 'local/golang-amd64'), base('alpine:3.23', 'local/alpine-amd64')]);
const arm64 = new Map([base('alpine:3.23', 'local/alpine-arm64')]);
const bases = new Map([
  ['linux/amd64', amd64],
  ['linux/arm64', arm64],
]);
const CROSS = DOCKERFILE.replace('FROM golang', 'FROM --platform=$BUILDPLATFORM golang');

describe('an image of one platform', () => {
  it('may differ from the platform of another image of the build', () => {
    expect(() => {
      requireOnePlatform([jobOf(CROSS.replace('FROM scratch', 'FROM alpine:3.23'))], bases);
    }).not.toThrow();
  });

  it('is refused under one name for two platforms, unless that name stands for both', () => {
    const both = 'FROM --platform=$BUILDPLATFORM alpine:3.23 AS tools\nFROM alpine:3.23\n';
    expect(() => {
      requireOnePlatform([jobOf(both)], bases);
    }).toThrow('hello (current, linux/arm64): alpine:3.23 is used on linux/arm64 and linux/amd64');
    const pinned = new Map([base('alpine:3.23', 'alpine:3.23@sha256:index')]);
    const registry = new Map([
      ['linux/amd64', pinned],
      ['linux/arm64', pinned],
    ]);
    expect(() => {
      requireOnePlatform([jobOf(both)], registry);
    }).not.toThrow();
  });
});
