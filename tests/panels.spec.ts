import {expect, test, type Page} from '@playwright/test';

const PAGE = '/examples/linking-choices';
const chosen = (page: Page) => page.locator('#files [data-panel]:visible');
const variants = (page: Page) => page.locator('#files input[type=radio][data-linked]');

test('the variant that a reader chooses stands in the address, and a link to it chooses it', async ({
  page,
}) => {
  await page.goto(PAGE);
  await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
  const last = variants(page).last();
  const id = (await last.getAttribute('id')) ?? '';
  await page.locator(`label[for="${id}"]`).click();
  await expect(page).toHaveURL(`${PAGE}#${id}`);
  await page.goto('about:blank');
  await page.goto(`${PAGE}#${id}`);
  await expect(last).toBeChecked();
  await expect(page.locator('#files')).toBeInViewport();
});

test('what is searched for in the page is found in a variant that is not shown, and shown', async ({
  page,
}) => {
  await page.goto(`${PAGE}#:~:text=${encodeURIComponent('Built from the files of')}`);
  await expect(page.getByText('Built from the files of').first()).toBeVisible();
  await expect(variants(page).first()).not.toBeChecked();
  await expect(chosen(page)).toHaveCount(1);
});

test('print shows every variant', async ({page}) => {
  await page.goto(PAGE);
  const all = await variants(page).count();
  expect(all).toBeGreaterThan(1);
  await page.emulateMedia({media: 'print'});
  await expect(page.locator('#files [data-panel]:visible summary')).toHaveCount(all);
});
