import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {catalogue} from '../catalogue';
import {standInFor} from '../standIns';

const FACTS = path.join(import.meta.dirname, '../../facts');

it('names every base that is made from the packages of another release, and no other', () => {
  const made = catalogue.filter(({approximations}) =>
    approximations.some((text) => text.includes('user land of')),
  );
  expect(made.length).toBeGreaterThan(0);
  expect(catalogue.filter(({ref}) => standInFor(ref) !== undefined)).toEqual(made);
  expect(standInFor('docker.io/library/alpine:3.17')).toBe(standInFor('alpine:3.17'));
});

it('says the version of musl that was measured in it', () => {
  for (const name of readdirSync(FACTS)) {
    const {ref, image} = JSON.parse(readFileSync(path.join(FACTS, name), 'utf8')) as {
      ref: string;
      image: {libc: {version: string} | null};
    };
    const standIn = standInFor(ref);
    if (standIn !== undefined) expect(standIn).toContain(`musl ${image.libc?.version ?? 'none'} of Debian`);
  }
});
