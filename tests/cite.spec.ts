import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import {expect, test, type Page} from '@playwright/test';
import {BLOCK, blockOf, clipboard, copied, follow, open, serveBlocks} from './cite/support';

test.use({permissions: ['clipboard-read', 'clipboard-write']});

const EXAMPLE = '/examples/pure-go-static';
const SYMPTOM = '/fix/exec-no-such-file-without-libc';
const OTHER = '/understand/linking';
const GUIDE = '/understand/timeouts';
/** Links {@link SIBLING}: of the same kind, so that the browser keeps what it can. */
const NEXT = '/fix/lookup-io-timeout';
const SIBLING = '/fix/thirty-second-lookup';
const SEVERAL = '/examples/start-loader';

test.beforeEach(async ({page}) =>
  serveBlocks(page, [EXAMPLE, SYMPTOM, NEXT, SIBLING, GUIDE, OTHER, SEVERAL]),
);

const head = (page: Page) => page.locator('[data-cite-head] [data-cite]');
const others = (page: Page) => page.locator('[data-cite-head] [data-cite-menu]');

for (const address of [EXAMPLE, SYMPTOM, GUIDE]) {
  test(`${address}: the page, as rich text and Markdown`, async ({page, baseURL}) => {
    await open(page, address);
    await head(page).click();
    const {markdown, links, rich} = await copied(page);
    const cited = blockOf(address).page;
    const url = `${baseURL ?? ''}${cited.address}`;
    expect(links).toEqual([url]);
    expect(rich).toContain(`“${cited.title}”, proved `);
    expect(rich).toContain(`Key ${cited.key.slice(0, 12)}`);
    expect(markdown).toContain(`](${url}), proved `);
    await expect(head(page)).toHaveText('Copied');
  });
}

test('a section of a guide, by its heading', {tag: '@any-screen'}, async ({page, baseURL}) => {
  await open(page, GUIDE);
  const heading = page.locator('main h2[id]').first();
  const words = (await heading.evaluate((one) => one.firstChild?.textContent)) ?? '';
  await heading.hover();
  await heading.getByRole('button', {name: `Cite: ${words}`}).click();
  const {links, rich} = await copied(page);
  const cited = blockOf(GUIDE).page;
  expect(links).toEqual([`${baseURL ?? ''}${cited.address}#${(await heading.getAttribute('id')) ?? ''}`]);
  expect(rich).toContain(`“${words}” in “${cited.title}”, proved `);
});

test(
  'a run that a symptom shows is cited as the run of its example',
  {tag: '@any-screen'},
  async ({page, baseURL}) => {
    await open(page, SYMPTOM);
    const run = page.locator(`figure[data-cited^="${SEVERAL}#scenario-"]`).filter({visible: true}).first();
    await run.getByRole('button', {name: /^Cite: /}).click();
    const {links, rich} = await copied(page);
    const anchor = ((await run.getAttribute('data-cited')) ?? '').split('#')[1] ?? '';
    const cited = blockOf(SEVERAL).page;
    expect(links).toEqual([`${baseURL ?? ''}${cited.address}#${anchor}`]);
    expect(rich).toContain(`” in “${cited.title}”, proved `);
  },
);

test('a variant, at the foot of its card', {tag: '@any-screen'}, async ({page, baseURL}) => {
  await open(page, SEVERAL);
  const foot = page.locator('figure#card [data-cited]').filter({visible: true});
  await foot.getByRole('button', {name: /^Cite: /}).click();
  const {links} = await copied(page);
  const anchor = ((await foot.getAttribute('data-cited')) ?? '').split('#')[1] ?? '';
  expect(anchor).toMatch(/^card-variant-/);
  expect(links).toEqual([`${baseURL ?? ''}${blockOf(SEVERAL).page.address}#${anchor}`]);
});

test('a measured value, by mouse and by keys', async ({page, baseURL}) => {
  await open(page, GUIDE);
  const value = page.locator('main [data-claim]').first();
  const url = `${baseURL ?? ''}${blockOf(GUIDE).claims[(await value.getAttribute('data-claim')) ?? '']?.address ?? 'none'}`;
  const button = page.getByRole('button', {name: 'Copy citation'}).and(page.locator('[data-claim]'));
  await value.hover();
  await button.click();
  expect((await copied(page)).links).toEqual([url]);
  await page.mouse.move(0, 0);
  await expect(button).toHaveCount(0);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await value.focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await clipboard(page))['text/plain']).toContain(`](${url})`);
  await page.keyboard.press('Escape');
  await expect(button).toHaveCount(0);
  await expect(value).toBeFocused();
});

test('other formats, from a menu that keys reach', {tag: '@any-screen'}, async ({page, baseURL}) => {
  await open(page, SYMPTOM);
  const url = `${baseURL ?? ''}${blockOf(SYMPTOM).page.address}`;
  const menu = page.getByRole('menu', {name: 'Copy citation as'});
  const begins: Record<string, RegExp> = {
    Jira: /^“.* \[http[^\]]+\]$/,
    Slack: /^“.* <http[^>]+>$/,
    'Plain text': /^“.*”, proved .* http\S+$/,
    BibTeX: /^@misc\{cgo-[\s\S]*\n\}$/,
    'CSL-JSON': /^\[\n {2}\{\n {4}"id": "cgo-/,
    'Address alone': /^http\S+$/,
  };
  for (const [label, shape] of Object.entries(begins)) {
    await others(page).focus();
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await expect(others(page)).toHaveAttribute('aria-expanded', 'true');
    const item = menu.getByRole('menuitem', {name: label});
    for (let step = 0; step < 10 && !(await item.evaluate((one) => one === document.activeElement)); step++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect.poll(async () => (await clipboard(page))['text/plain']).toMatch(shape);
    const taken = await clipboard(page);
    expect(Object.keys(taken)).toEqual(['text/plain']);
    expect(taken['text/plain']).toContain(url);
  }
  await others(page).click();
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(menu.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(others(page)).toBeFocused();
  await expect(others(page)).toHaveAttribute('aria-expanded', 'false');
  await others(page).click();
  await others(page).click();
  await expect(menu).toBeHidden();
});

test('after a change of route: the page that is shown, not the one that was loaded', async ({
  page,
  baseURL,
  isMobile,
}) => {
  test.skip(isMobile, 'links of the menu are folded there, and a route changes as it does on a desk');
  await open(page, '/about');
  await follow(page, '/examples');
  await expect(page.locator('[data-cite-head]')).toHaveCount(0);
  await expect(page.locator('[data-cite]').filter({visible: true})).toHaveCount(0);
  const steps: [address: string, from?: string][] = [
    [OTHER],
    [GUIDE],
    [SIBLING, NEXT],
    [GUIDE],
    [EXAMPLE, SYMPTOM],
  ];
  for (const [address, from] of steps) {
    if (from !== undefined) await open(page, from);
    await follow(page, address);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await head(page).click();
    const url = `${baseURL ?? ''}${blockOf(address).page.address}`;
    await expect.poll(async () => (await clipboard(page))['text/plain']).toContain(`](${url})`);
    expect((await copied(page)).links).toEqual([url]);
    const heading = page.locator('main h2[id]').first();
    await heading.hover();
    await heading.getByRole('button', {name: /^Cite: /}).click();
    await expect.poll(async () => (await clipboard(page))['text/plain']).toContain(`](${url}#`);
    expect(await heading.getByRole('button').count()).toBe(1);
  }
});

test('a browser without rich items gets Markdown', {tag: '@any-screen'}, async ({page}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'ClipboardItem');
  });
  await open(page, GUIDE);
  await head(page).click();
  await expect(head(page)).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('](http');
});

test('a citation that can’t be had is not copied, and that is said', {tag: '@any-screen'}, async ({page}) => {
  await open(page, SYMPTOM);
  await page.evaluate(() => navigator.clipboard.writeText('as before'));
  await page.route(SEVERAL, (route) => route.fulfill({body: '<!doctype html><title>none</title>'}));
  const cite = page
    .locator(`figure[data-cited^="${SEVERAL}#"]`)
    .filter({visible: true})
    .first()
    .getByRole('button', {name: /^Cite: /});
  await cite.click();
  await expect(cite).toHaveText('Refused');
  await expect(page.getByRole('status').filter({hasText: 'could not be fetched'})).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('as before');
});

test(
  'a Dockerfile with its address: off at first, remembered, its other bytes as they were',
  {tag: '@any-screen'},
  async ({page, baseURL}) => {
    const file = readFileSync('examples/pure-go-static/Dockerfile', 'utf8');
    const copy = page.getByRole('button', {name: 'Copy Dockerfile'}).first();
    const text = () => page.evaluate(() => navigator.clipboard.readText());
    await open(page, EXAMPLE);
    const origin = page.getByRole('checkbox', {name: 'with its address'}).first();
    await expect(origin).not.toBeChecked();
    await copy.click();
    await expect.poll(text).toBe(file);
    await origin.check();
    await page.reload();
    await expect(origin).toBeChecked();
    await copy.click();
    const sum = createHash('sha256').update(file).digest('hex');
    const line = `# from ${baseURL ?? ''}${blockOf(EXAMPLE).page.address} sha256:${sum}\n`;
    await expect.poll(text).toBe(line + file);
    await origin.uncheck();
    await copy.click();
    await expect.poll(text).toBe(file);
  },
);

test('nothing moves when the buttons come, and nothing is wider than a small phone', async ({page}) => {
  await page.setViewportSize({width: 320, height: 700});
  for (const address of [EXAMPLE, SYMPTOM, GUIDE]) {
    await open(page, address);
    const places = () =>
      page.evaluate(() => ({
        all: [...document.querySelectorAll('main :is(h1, h2, h3, p, figure, figcaption, summary)')]
          // What is folded has a place only once somebody asked for it.
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const {top, height} = one.getBoundingClientRect();
            return Math.round(top + window.scrollY + height);
          }),
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
    const shown = await places();
    expect(shown.over).toBe(0);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('main [data-cite-holder]:not([data-cite-head])'))
        one.remove();
      document.documentElement.removeAttribute('data-cites');
    });
    expect((await places()).all).toEqual(shown.all);
  }
});

test('buttons are large enough, and axe finds nothing in the menu or the tip', async ({page}) => {
  for (const address of [EXAMPLE, SYMPTOM, GUIDE]) {
    await open(page, address);
    const small = await page
      .locator('[data-cite], [data-cite-menu]')
      .evaluateAll((all) =>
        all
          .map(
            (one) =>
              ({label: one.getAttribute('aria-label'), ...one.getBoundingClientRect().toJSON()}) as DOMRect,
          )
          .filter(({width, height}) => width > 0 && (width < 24 || height < 24)),
      );
    expect(small).toEqual([]);
  }
  await page.locator('main [data-claim]').first().focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  expect((await new AxeBuilder({page}).include('main').analyze()).violations.map(({id}) => id)).toEqual([]);
  await others(page).click();
  expect(
    (await new AxeBuilder({page}).include('[role="menu"]').analyze()).violations.map(({id}) => id),
  ).toEqual([]);
});

test('a page without a block offers nothing', {tag: '@any-screen'}, async ({page}) => {
  await page.unrouteAll();
  await page.route(GUIDE, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({
      response,
      body: html.replace(BLOCK, ''),
    });
  });
  await open(page, GUIDE);
  await expect(page.locator('[data-cite], [data-cite-menu]').filter({visible: true})).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('there is no button that could not work', async ({page}) => {
    for (const address of [EXAMPLE, SYMPTOM, GUIDE]) {
      await page.goto(address);
      await expect(
        page.locator('[data-cite], [data-cite-menu], [data-origin]').filter({visible: true}),
      ).toHaveCount(0);
    }
  });
});
