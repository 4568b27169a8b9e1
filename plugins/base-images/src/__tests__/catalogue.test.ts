import {describe, expect, it} from 'vitest';
import {catalogue, findBase, recipeOf, slugOf} from '../catalogue';
import {nearestBases} from '../nearest';

const names = catalogue.flatMap(({ref, aliases}) => [ref, ...aliases]);

describe('the catalogue', () => {
  it('has every name once', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has every slug once, each fit for the name of an image', () => {
    const slugs = catalogue.map(slugOf);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it('has a recipe for everything but scratch', () => {
    expect(catalogue.filter((entry) => recipeOf(entry, 'linux/amd64') === null).map(({ref}) => ref)).toEqual([
      'scratch',
    ]);
  });

  it('marks exactly the Go images as builders', () => {
    const builders = catalogue.filter(({builder}) => builder).map(({ref}) => ref);
    expect(builders).toEqual(names.filter((name) => builders.includes(name)));
    expect(builders.every((ref) => ref.startsWith('golang:'))).toBe(true);
    expect(builders).toHaveLength(11);
  });

  it('has every platform that an entry names, and no other', () => {
    const platforms = ['linux/amd64', 'linux/arm64'];
    for (const entry of catalogue.filter(({ref}) => ref !== 'scratch')) {
      const has = platforms.filter((platform) => entry.platforms.includes(platform));
      expect(has).toEqual(entry.platforms);
      for (const platform of has) expect(recipeOf(entry, platform)?.layers).not.toEqual([]);
      for (const platform of platforms.filter((one) => !has.includes(one))) {
        expect(() => recipeOf(entry, platform)).toThrow(`${entry.ref}: there is no recipe for ${platform}`);
      }
    }
  });

  it('says of every stand-in that it is one', () => {
    for (const ref of ['alpine:3.17', 'alpine:3.19', 'golang:1.22-alpine3.19']) {
      expect(findBase(ref)?.approximations.join(' ')).toContain('own packages were not available');
    }
    expect(findBase('alpine:3.23')?.approximations.join(' ')).not.toContain(
      'own packages were not available',
    );
  });
});

describe('findBase', () => {
  it.each([
    ['golang:1.27', 'golang:1.27-trixie'],
    ['docker.io/library/golang:1.27', 'golang:1.27-trixie'],
    ['library/debian:12-slim', 'debian:bookworm-slim'],
    ['gcr.io/distroless/static:nonroot', 'gcr.io/distroless/static-debian13:nonroot'],
    ['gcr.io/distroless/base-debian12', 'gcr.io/distroless/base-debian12:latest'],
    ['scratch', 'scratch'],
  ])('finds %s', (name, ref) => {
    expect(findBase(name)?.ref).toBe(ref);
  });

  it('does not guess', () => {
    expect(findBase('golang:1.21')).toBeUndefined();
    expect(findBase('example.org/golang:1.27')).toBeUndefined();
  });

  it('names the closest bases for a name it does not have', () => {
    expect(nearestBases('golang:1.27-trixe')).toEqual([
      'golang:1.27-trixie',
      'golang:1.24-trixie',
      'golang:1.26-trixie',
    ]);
    expect(nearestBases('gcr.io/distroless/static-debian13:nonrot', 1)).toEqual([
      'gcr.io/distroless/static-debian13:nonroot',
    ]);
  });
});
