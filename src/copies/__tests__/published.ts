import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {Copies} from '../copies';
import {copyIndex} from '../copyIndex';
import type {CopyRevision, CopyState} from '../model';

const FIXTURES = path.join(__dirname, 'fixtures');

export const CURRENT: CopyState = {is: 'current'};

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The text of a fixture, for example `derived/pure-go-static`. */
export function fixture(name: string): string {
  return readFileSync(path.join(FIXTURES, `${name}.Dockerfile`), 'utf8');
}

export function fixturesIn(folder: 'published' | 'derived' | 'unrelated'): string[] {
  return readdirSync(path.join(FIXTURES, folder)).map((file) => file.replace('.Dockerfile', ''));
}

export function revisionOf(id: string, text: string, state: CopyState = CURRENT): CopyRevision {
  return {
    address: `/x/${id}@${sha256(`${id} ${text}`).slice(0, 12)}`,
    title: `Title of ${id}`,
    kind: 'recipe',
    state,
    files: [{path: 'Dockerfile', sha256: sha256(text), text}],
  };
}

/** Everything under `published`, in a state. */
export function published(state: CopyState = CURRENT): CopyRevision[] {
  return fixturesIn('published').map((id) => revisionOf(id, fixture(`published/${id}`), state));
}

export function copiesOf(revisions: readonly CopyRevision[]): Copies {
  return new Copies(copyIndex(revisions, '2026-12-01'), sha256);
}
