import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {catalogue, findBase} from '../catalogue';

const FACTS = path.join(import.meta.dirname, '../../facts');

it('names every base that is made from the packages of another release, and no other', () => {
  const made = catalogue.filter(({approximations}) =>
    approximations.some((text) => text.includes('user land of')),
  );
  expect(made.length).toBeGreaterThan(0);
  expect(catalogue.filter(({standIn}) => standIn !== undefined)).toEqual(made);
});

it('says the version of musl that was measured in it', () => {
  for (const name of readdirSync(FACTS)) {
    const {ref, image} = JSON.parse(readFileSync(path.join(FACTS, name), 'utf8')) as {
      ref: string;
      image: {libc: {version: string} | null};
    };
    const standIn = findBase(ref)?.standIn;
    if (standIn !== undefined) expect(standIn).toContain(`musl ${image.libc?.version ?? 'none'} of Debian`);
  }
});
