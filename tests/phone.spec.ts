import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';

// What is wide is so by its HTML and styles; without scripts a page takes a moment.
test.use({javaScriptEnabled: false});

test('no page is wider than a phone, and none has an id twice', async ({page}) => {
  // Hundreds of pages.
  test.setTimeout(600_000);
  const sitemap = readFileSync('build/sitemap.xml', 'utf8');
  // Revisions never change, and grow in number: those of addresses.spec.ts stand for them.
  const addresses = [...sitemap.matchAll(/<loc>([^<@]+)<\/loc>/g)].map(
    ([, loc = '']) => new URL(loc).pathname,
  );
  expect(addresses.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const address of addresses) {
    // Not before the stylesheet is there: HTML alone is wider than a phone.
    await page.goto(address, {waitUntil: 'load'});
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wrong.push(`${address}: ${over} px too wide`);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({id}) => id));
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length > 0) wrong.push(`${address}: twice ${twice.join(' ')}`);
  }
  expect(wrong).toEqual([]);
});
