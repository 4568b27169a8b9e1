import {expect, test, type Locator} from '@playwright/test';
import {ready} from './ready';

/** A page of each kind. */
const KINDS = [
  '/',
  '/decide',
  '/decide/base-images',
  '/understand/timeouts',
  '/fix',
  '/fix/lookup-try-again',
  '/examples',
  '/examples/resolver-faults',
  '/lab',
  '/about',
];

test('with text of twice the size no page is wider than the screen', async ({page}) => {
  const wide: string[] = [];
  for (const address of KINDS) {
    await page.goto(address);
    await ready(page);
    await page.addStyleTag({content: 'html { font-size: 200% !important }'});
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${address}: ${over} px`);
  }
  expect(wide).toEqual([]);
});

test(
  'in forced colours what is chosen can be told from what is not',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.emulateMedia({forcedColors: 'active'});
    await page.goto('/examples/linking-choices');
    await ready(page);
    const outlines = (elements: Locator) =>
      elements.evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
    const [chosen, ...others] = await outlines(page.locator('#card > div > label'));
    expect(chosen).toBe('solid');
    expect(new Set(others)).toEqual(new Set(['none']));
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('alpine glibc');
    const options = page.getByRole('option');
    await expect(options.nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[role=option][aria-selected=true]')).toHaveCount(1);
    expect((await outlines(options)).filter((style) => style === 'solid')).toHaveLength(1);
  },
);

test('by keys alone one gets past the menu, through variants, and to a command', async ({page}) => {
  await page.goto('/examples/linking-choices');
  await ready(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused.getAttribute('data-linked')) !== null) break;
  }
  const first = (await focused.getAttribute('id')) ?? '';
  await page.keyboard.press('ArrowRight');
  await expect(focused).toBeChecked();
  await expect(focused).not.toHaveId(first);
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused.getAttribute('aria-label')) === 'Copy commands') break;
  }
  await expect(focused).toHaveAttribute('aria-label', 'Copy commands');
  const outline = await focused.evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).not.toBe('none');
});
