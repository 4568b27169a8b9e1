import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {cannotRebuild, requireTools} from '../machine/tools';
import {distrolessImage, DISTROLESS_RELEASES} from '../recipe/distroless';
import {CannotRebuildError} from '../types';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('names everything that is missing at once, with the package that has it', () => {
  vi.stubEnv('PATH', '/nowhere');
  const lines = cannotRebuild()?.split('\n') ?? [];
  expect(lines[0]).toBe('this machine cannot rebuild bases. Missing:');
  expect(lines).toEqual(
    expect.arrayContaining([
      '- mmdebstrap (Debian package mmdebstrap)',
      '- qemu-img (Debian package qemu-utils)',
      '- pip (Debian package python3-pip)',
      '- go (Debian package golang-go)',
    ]),
  );
});

it('asks only for the tools of the layers that are to be made', () => {
  vi.stubEnv('PATH', '/nowhere');
  const [release] = DISTROLESS_RELEASES;
  const layers = release ? distrolessImage('static', release, 'latest').layers : [];
  const attempt = () => {
    requireTools(layers);
  };
  expect(attempt).toThrow(CannotRebuildError);
  expect(attempt).toThrow(/dpkg-deb \(Debian package dpkg\)/);
  expect(attempt).not.toThrow(/mmdebstrap|qemu-img|golang/);
  expect(() => {
    requireTools([]);
  }).not.toThrow();
});

describe('on another processor than amd64', () => {
  const arch = Object.getOwnPropertyDescriptor(process, 'arch') ?? {};
  beforeEach(() => {
    Object.defineProperty(process, 'arch', {...arch, value: 'arm64'});
  });
  afterEach(() => {
    Object.defineProperty(process, 'arch', arch);
  });

  it('says that not every base can be rebuilt', () => {
    expect(cannotRebuild()).toContain(
      '- an amd64 processor (this is arm64): bases with a Go toolchain or a package manager have recipes for amd64 only',
    );
  });

  it('still makes layers that run no program', () => {
    expect(() => {
      requireTools([{kind: 'files', revision: 1, files: []}]);
    }).not.toThrow(/processor/);
  });
});
