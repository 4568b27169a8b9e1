import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';

// What is wide is so by its HTML and styles; without scripts a page takes a moment.
test.use({javaScriptEnabled: false});

test('no page is wider than a phone', async ({page}) => {
  const sitemap = readFileSync('build/sitemap.xml', 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, loc = '']) => new URL(loc).pathname,
  );
  expect(addresses.length).toBeGreaterThan(100);
  const wide: string[] = [];
  for (const address of addresses) {
    // Not before the stylesheet is there: HTML alone is wider than a phone.
    await page.goto(address, {waitUntil: 'load'});
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${address}: ${over} px`);
  }
  expect(wide).toEqual([]);
});
