import {expect, test, type Page} from '@playwright/test';
import {ready} from './ready';

const PAGE = '/examples/linking-choices';
const chosen = (page: Page) => page.locator('#card [data-panel]:visible');
const variants = (page: Page) => page.locator('#card input[type=radio][data-linked]');

test('the variant that a reader chooses stands in the address, and a link to it chooses it', async ({
  page,
}) => {
  await page.goto(PAGE);
  await ready(page);
  const last = variants(page).last();
  const id = (await last.getAttribute('id')) ?? '';
  await page.locator(`label[for="${id}"]`).click();
  await expect(page).toHaveURL(`${PAGE}#${id}`);
  await page.goto('about:blank');
  await page.goto(`${PAGE}#${id}`);
  await expect(last).toBeChecked();
  await expect(page.locator(`label[for="${id}"]`)).toBeInViewport();
});

// The browser opens what an address leads into as it opens what is found: by the same event.
test('what is found in a variant that is not shown is shown', async ({page}) => {
  await page.goto(PAGE);
  await ready(page);
  const hidden = page.getByText('Built from the files of').last();
  await expect(hidden).toBeHidden();
  await hidden.evaluate((element) => {
    element.id = 'found';
    window.location.hash = '#found';
  });
  await expect(hidden).toBeVisible();
  await expect(variants(page).last()).toBeChecked();
  await expect(chosen(page)).toHaveCount(1);
  await page.locator(`label[for="${(await variants(page).first().getAttribute('id')) ?? ''}"]`).click();
  await expect(hidden).toBeHidden();
});

test('print shows every variant', {tag: '@any-screen'}, async ({page}) => {
  await page.goto(PAGE);
  const all = await variants(page).count();
  expect(all).toBeGreaterThan(1);
  await page.emulateMedia({media: 'print'});
  await expect(page.locator('#card [data-panel]:visible summary')).toHaveCount(all);
});

test('a recipe shows an option as the lines that change, and leads to its proof', async ({page}) => {
  await page.goto('/examples/pure-go-static#options');
  await ready(page);
  const option = page.locator('details', {has: page.locator('summary', {hasText: /^Cache mounts$/})});
  const change = option.getByRole('group', {name: 'Changed in Dockerfile'});
  await expect(change).toBeHidden();
  await option.locator('summary').click();
  await expect(change.locator('del').first()).toHaveText('- RUN go mod download');
  await expect(change.locator('ins').first()).toContainText('--mount=type=cache,target=/go/pkg/mod');
  await option.getByRole('link').click();
  await expect(page.locator('#card-variant-cached')).toBeChecked();
});
