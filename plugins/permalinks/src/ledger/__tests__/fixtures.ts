import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach} from 'vitest';
import {NOTICE, type Kind, type State} from '../../model';
import {sha256Of} from '../blobs';
import {formatLine, NO_CHAIN, type Draft} from '../entry';
import {LINES} from '../readLedger';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true});
});

/** An empty folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-ledger-'));
  made.push(folder);
  return folder;
}

export const NOON = new Date('2026-11-29T12:00:00.000Z');

export function later(days: number): Date {
  return new Date(NOON.getTime() + days * 86_400_000);
}

export interface Sketch {
  kind?: Kind;
  id?: string;
  /** What it shows; its key follows from it. */
  text?: string;
  key?: string;
  page?: string;
  provedAt?: string;
  archives?: State['archives'];
}

/** A state as a build makes it, small. */
export function state(sketch: Sketch = {}): State {
  const {kind = 'x', id = 'hello', text = 'FROM alpine:3.22', provedAt = '2026-11-27T10:00:00Z'} = sketch;
  const key = sketch.key ?? sha256Of(Buffer.from(`${id} ${text}`));
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${id}</title></head><body>${NOTICE}<pre>${text}</pre></body></html>`;
  const file = (at: string, content: string) => ({path: at, bytes: Buffer.from(content)});
  return {
    ...{kind, id, key, provedAt},
    title: `Title of ${id}`,
    page: sketch.page ?? `/examples/${id}`,
    example: 'hello',
    files: [
      file('.html', html),
      file('.md', `# ${id}\n\nIt shows:\n\n${text}\n\nThat is all.\n`),
      file('.json', JSON.stringify({id, text})),
      file('/Dockerfile', `${text}\r\n`),
    ],
    archives: sketch.archives ?? [
      {
        path: `/${id}.zip`,
        files: [
          {path: 'context/Dockerfile', bytes: Buffer.from(`${text}\r\n`), executable: false},
          {path: 'reproduce.sh', bytes: Buffer.from('#!/bin/sh\n'), executable: true},
        ],
      },
    ],
  };
}

/** A built site with these pages, served like any. */
export function builtSite(...pages: string[]): string {
  const outDir = path.join(temporary(), 'build');
  for (const page of ['/404', '/index', ...pages]) {
    const file = path.join(outDir, `${page}.html`);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, `page ${page}`);
  }
  return outDir;
}

export function linesOf(ledgerDir: string): string[] {
  return readFileSync(path.join(ledgerDir, LINES), 'utf8').trimEnd().split('\n');
}

export function writeLines(ledgerDir: string, lines: readonly string[]): void {
  writeFileSync(path.join(ledgerDir, LINES), lines.map((line) => `${line}\n`).join(''));
}

/** Makes the chain right again, as somebody would who changes entries and knows how it is made. */
export function rechain(ledgerDir: string, change: (entries: Record<string, unknown>[]) => unknown): void {
  const entries = linesOf(ledgerDir).map((line) => JSON.parse(line) as Record<string, unknown>);
  change(entries);
  let before = NO_CHAIN;
  const lines = entries.map(({on, ...entry}) => {
    const draft = Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'chain'));
    const made = formatLine(draft as unknown as Draft, on as string, before);
    before = made.chain;
    return made.line;
  });
  writeLines(ledgerDir, lines);
}
