import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';

// What is wide is so by its HTML and styles; without scripts a page takes a moment.
test.use({javaScriptEnabled: false});

/** Addresses of the site, but for revisions: they never change, and grow in number; addresses.spec.ts tells of them. */
function addresses(): string[] {
  const sitemap = readFileSync('build/sitemap.xml', 'utf8');
  return [...sitemap.matchAll(/<loc>([^<@]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname);
}

test('no page is wider than a phone, and none has an id twice', async ({page}) => {
  // Hundreds of pages.
  test.setTimeout(600_000);
  expect(addresses().length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const address of addresses()) {
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

test.describe('as it is laid out with JavaScript', () => {
  test.use({javaScriptEnabled: true});

  test('the fix of each symptom begins within the first two screens', async ({page}) => {
    test.setTimeout(300_000);
    await page.route(/\.js$/, (route) => route.abort());
    const symptoms = addresses().filter((address) => /^\/fix\/[^/]+$/.test(address));
    expect(symptoms.length).toBeGreaterThan(100);
    const {height} = page.viewportSize() ?? {height: 0};
    const low: string[] = [];
    for (const address of symptoms) {
      await page.goto(address, {waitUntil: 'load'});
      const fix = await page.locator('li:has(> div > #fix) p').first().boundingBox();
      // Two lines of it can be read.
      const end = fix === null ? Infinity : fix.y + Math.min(fix.height, 56);
      if (end > 2 * height) low.push(`${address}: ${end} px, of ${2 * height}`);
    }
    expect(low).toEqual([]);
  });
});
