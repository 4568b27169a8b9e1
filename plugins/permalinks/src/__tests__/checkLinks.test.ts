import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {checkPermanentLinks} from '../checkLinks';

let outDir: string;

beforeEach(() => {
  outDir = mkdtempSync(path.join(os.tmpdir(), 'permanent-links-'));
  mkdirSync(path.join(outDir, 's'));
  writeFileSync(path.join(outDir, 's/known.html'), '');
  writeFileSync(path.join(outDir, 's/known@0123456789ab.html'), '');
});

afterEach(() => {
  rmSync(outDir, {recursive: true, force: true});
});

function check(html: string): () => void {
  writeFileSync(path.join(outDir, 'page.html'), html);
  return () => {
    checkPermanentLinks(outDir, ['page.html'], '/base/');
  };
}

it('takes addresses that are there, and links that are none', () => {
  expect(
    check(
      '<a href=/base/s/known>a</a><a href="/base/s/known@0123456789ab#fix">b</a><a href=/base/start>c</a><a href=https://a.example/s/x>d</a>',
    ),
  ).not.toThrow();
});

it('refuses all that are not there', () => {
  expect(check('<a href=/base/s/gone>a</a> <a href="/base/s/known@ffffffffffff#fix">b</a>'))
    .toThrowErrorMatchingInlineSnapshot(`
    [ProblemsError: Pages link to permanent addresses that are not there:
      page.html: /s/gone was never published
      page.html: /s/known@ffffffffffff was never published
    Take the address from ledger/published.ndjson, or the short one without what follows the @.]
  `);
});
