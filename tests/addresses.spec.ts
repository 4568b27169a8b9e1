import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from '@playwright/test';
import {readLedger} from '../plugins/permalinks/src/ledger/readLedger';
import type {Published} from '../plugins/permalinks/src/model';

const LEDGER = path.join(__dirname, '../ledger');
/** Most bytes of the page of a revision, with what is said at its head. */
const MOST = 200_000;

const published = readLedger(LEDGER).entries.filter(
  (entry): entry is typeof entry & Published => entry.event === 'published',
);

test('every address that was ever published gets an answer, with all its files', async ({request}) => {
  expect(published.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const {address, files, archives} of published) {
    const beside = [...Object.keys(files), ...Object.keys(archives)].map((file) => `${address}${file}`);
    for (const at of [address, address.replace(/@.*/, ''), ...beside]) {
      const answer = await request.get(at);
      if (!answer.ok()) wrong.push(`${answer.status()} ${at}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a short address leads to the page', async ({page}) => {
  await page.goto('/s/exec-no-such-file-without-libc');
  await expect(page).toHaveURL(/\/fix\/exec-no-such-file-without-libc$/);
});

for (const kind of ['s', 'x', 'c', 'g']) {
  test(`a revision of /${kind}/ needs no script and no other file, and fits a phone`, async ({
    page,
    request,
  }) => {
    const own = published.filter(({address}) => address.startsWith(`/${kind}/`));
    const sizes = await Promise.all(
      own.map(async ({address}) => (await (await request.get(address)).body()).length),
    );
    expect(Math.max(...sizes)).toBeLessThan(MOST);
    const newest = own.at(-1);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    await page.setViewportSize({width: 320, height: 700});
    await page.goto(newest?.address ?? '');
    await expect(page.locator('h1')).toHaveText(/\S/);
    await expect(page.getByRole('complementary')).toContainText('current state');
    expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const built = path.join(__dirname, '../build', `${newest?.address ?? ''}.html`);
    expect(existsSync(built)).toBe(true);
    await page.goto(`file://${built}`);
    await expect(page.locator('h1')).toHaveText(/\S/);
    expect(readFileSync(built, 'utf8')).not.toMatch(/<script|<img|https?:\/\/localhost/);
  });
}
