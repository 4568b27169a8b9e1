import {describe, expect, it} from 'vitest';
import {catalogue, findBase, recipeDigest, recipeOf} from '../catalogue';
import {canonicalJson, digestOf} from '../digest';
import type {ImageRecipe} from '../recipe/types';
import type {CatalogueEntry} from '../types';

function entryOf(ref: string): CatalogueEntry {
  const entry = findBase(ref);
  if (!entry) throw new Error(`${ref} is gone from the catalogue`);
  return entry;
}

function imageOf(ref: string): ImageRecipe {
  const image = recipeOf(entryOf(ref), 'linux/amd64');
  if (!image) throw new Error(`${ref} has no recipe`);
  return image;
}

/** Every value inside a recipe, as a path to it. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function changed(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${String(value)}!`;
  const copy: Record<string, unknown> = {...(value as Record<string, unknown>)};
  copy[key] = changed(copy[key], rest);
  return copy;
}

describe('recipeDigest', () => {
  it('is the same each time', () => {
    for (const entry of catalogue) {
      expect(recipeDigest(entry, 'linux/amd64')).toBe(recipeDigest({...entry}, 'linux/amd64'));
      expect(recipeDigest(entry, 'linux/amd64')).toMatch(/^sha256:[0-9a-f]{64}$/);
    }
  });

  it.each([
    'golang:1.27-alpine3.23',
    'golang:1.27-bookworm',
    'alpine:3.17',
    'gcr.io/distroless/cc:debug-nonroot',
  ])('changes with any value in the recipe of %s', (ref) => {
    const image = imageOf(ref);
    const digests = leaves(image).map((path) => digestOf(changed(image, path)));
    expect(digests).not.toContain(digestOf(image));
    expect(digests.length).toBeGreaterThan(20);
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({b: [1, {d: 2, c: 3}], a: null})).toBe(
      canonicalJson({a: null, b: [1, {c: 3, d: 2}]}),
    );
    expect(canonicalJson({a: [1, 2]})).not.toBe(canonicalJson({a: [2, 1]}));
  });

  it('differs between bases that differ', () => {
    const digests = catalogue.map((entry) => recipeDigest(entry, 'linux/amd64'));
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('differs between platforms', () => {
    for (const entry of catalogue.filter(({platforms}) => platforms.length > 1)) {
      const digests = entry.platforms.map((platform) => recipeDigest(entry, platform));
      expect(new Set(digests).size, entry.ref).toBe(digests.length);
    }
  });

  it('refuses a platform without bases', () => {
    expect(() => recipeDigest(entryOf('alpine:3.23'), 'linux/s390x')).toThrowErrorMatchingInlineSnapshot(
      `[Error: platform linux/s390x: no base can be rebuilt for it; expected one of linux/amd64, linux/arm64]`,
    );
  });
});
