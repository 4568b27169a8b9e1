import {expect, type Page} from '@playwright/test';

/** Does what a reader does first, and waits until the page has come alive. */
export async function ready(page: Page): Promise<void> {
  const html = page.locator('html');
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('pointermove')));
    await expect(html).toHaveAttribute('data-has-hydrated', 'true', {timeout: 500});
  }).toPass();
}
