import {expect, test, type Page} from '@playwright/test';
import {pathsOf} from '../src/components/decision/tree';
import {ready} from './ready';

const opened = (page: Page) => page.locator('details[open] > div[id^="for-"]');
const answers = (page: Page) => page.getByRole('link', {name: 'Copy the Dockerfile'}).filter({visible: true});

test('every path of questions ends in one Dockerfile, and in the address', async ({page, request}) => {
  await page.goto('/decide');
  await ready(page);
  for (const {choices, leaf} of pathsOf()) {
    for (const {id, label} of choices) {
      const choice = page.locator(`details:has(> #for-${id})`);
      await expect(choice.locator('> summary')).toHaveText(label);
      if ((await choice.getAttribute('open')) === null) await choice.locator('> summary').click();
    }
    await expect(answers(page)).toHaveCount(1);
    const href = (await answers(page).getAttribute('href')) ?? '';
    expect(href).toContain(`/examples/${leaf.example}`);
    const target = await request.get(href);
    const html = await target.text();
    // Minified HTML has quotes only where it needs them.
    expect(/data-proof="?verified/.test(html), `${href} is proved`).toBe(true);
    const variant = new RegExp(`id="?card-variant-${leaf.variant ?? ''}`);
    expect(leaf.variant === undefined || variant.test(html), `${href} has its variant`).toBe(true);
  }
  await expect(page).toHaveURL(/#for-static-scratch-cross$/);
});

test('an address opens the way to its answer, in the site and from outside', async ({page}) => {
  await page.goto('/#for-cpp-cross');
  await ready(page);
  await expect(answers(page)).toHaveAttribute('href', '/examples/cgo-cpp#card-variant-cross');
  await answers(page).click();
  await expect(page.locator('#card-variant-cross')).toBeChecked();
  await page.goBack();
  await expect(answers(page)).toHaveAttribute('href', '/examples/cgo-cpp#card-variant-cross');
});

// They led to a Dockerfile before there was a question more behind them.
for (const [id, href] of [
  ['c-library', '/examples/cgo-debian-slim'],
  ['static-distroless', '/examples/cgo-static-musl'],
  ['static-scratch', '/examples/cgo-static-musl#card-variant-scratch'],
] as const)
  test(`the older address #for-${id} still leads to its Dockerfile`, async ({page}) => {
    await page.goto(`/decide#for-${id}`);
    await ready(page);
    await expect(answers(page)).toHaveAttribute('href', href);
  });

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the questions open, and an address does', async ({page}) => {
    await page.goto('/decide#for-alpine-native');
    await expect(answers(page)).toHaveAttribute('href', '/examples/cgo-musl-alpine');
    await page.getByText('One without any libc').click();
    await expect(opened(page).filter({visible: true}).last()).toHaveAttribute(
      'id',
      'for-static-distroless-native',
    );
    await expect(answers(page)).toHaveAttribute('href', '/examples/cgo-static-musl');
  });
});
