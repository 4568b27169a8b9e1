import {expect, test, type Page} from '@playwright/test';
import {ready} from './ready';

const LARGE = '/examples/resolver-faults';
const runs = (page: Page) => page.locator('figure[aria-label^="Transcript"]');
/** By the menu, without loading a page anew. */
async function follow(page: Page, href: string) {
  await page.evaluate((to) => {
    const link = document.querySelector<HTMLAnchorElement>(`a[href="${to}"]`);
    link?.click();
  }, href);
  await expect(page).toHaveURL((url) => url.pathname === href);
}

for (const address of ['/examples/pure-go-static', '/fix/lookup-try-again', '/understand/timeouts']) {
  test(`what ${address} shows of its runs is in no script`, {tag: '@any-screen'}, async ({page}) => {
    const scripts: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.text());
    });
    await page.goto(address);
    await ready(page);
    const printed = await page.locator('samp[data-stream]').allTextContents();
    // As it would stand in a script too, however that escapes quotes and ends of lines.
    const plain = printed.flatMap((text) => text.match(/[\w .:/=+-]{20,}/g) ?? []);
    expect(plain.length).toBeGreaterThan(0);
    const loaded = (await Promise.all(scripts)).join('\n');
    expect(loaded).toContain('data-kept');
    // The heading of a symptom is rendered anew, and is what was printed.
    const heading = (await page.locator('main h1').textContent()) ?? '';
    expect(plain.filter((text) => loaded.includes(text) && !heading.includes(text))).toEqual([]);
  });
}

test('a page that a link inside the site leads to has its parts too', async ({page}) => {
  await page.goto('/decide');
  await ready(page);
  await page.evaluate(() => {
    Object.assign(window, {sameDocument: true});
  });
  await follow(page, '/examples');
  await expect(page.getByRole('link', {name: 'No C · distroless/static'}).first()).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await page.goBack();
  await expect(page.locator('[data-kept] figure').first()).toBeVisible();
});

test('a part that can’t be fetched is loaded with its page', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/decide');
  await ready(page);
  let refused = 0;
  await page.route('/examples', (route) => {
    if (route.request().resourceType() === 'fetch' && refused++ === 0) return route.abort();
    return route.continue();
  });
  await follow(page, '/examples');
  await expect(page.getByRole('heading', {name: 'Examples', level: 1})).toBeVisible();
  expect(refused).toBe(1);
});

test('commands fetch from where the page is read', {tag: '@any-screen'}, async ({page, baseURL}) => {
  for (const address of ['/examples/pure-go-static', '/lab', '/fix/lookup-try-again']) {
    await page.goto(address);
    await ready(page);
    const fetches = page.locator('[data-commands]', {hasText: 'curl -fLO'}).first();
    await expect(fetches).toContainText(`curl -fLO ${baseURL ?? ''}/`);
  }
});

test('an address of a run on a large page opens it, from its file', async ({page}) => {
  await page.goto(LARGE);
  const id = await page.locator('h3[id^="scenario-"]').first().getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${LARGE}#${id ?? ''}`);
  await expect(runs(page).first()).toBeVisible();
  await expect(page.locator(`#${id ?? ''}`)).toBeInViewport();
  const copy = runs(page).first().getByRole('button', {name: 'Copy command'});
  await expect(copy).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('a run of a large page is a page of its own, which leads back', async ({page}) => {
    await page.goto(LARGE);
    await page.locator('details[data-fold] > summary').first().click();
    await page.getByRole('link', {name: 'On a page of its own'}).first().click();
    await expect(runs(page).first()).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`${LARGE}#scenario-`));
  });
});

for (const address of ['/', '/decide', '/examples/pure-go-static', '/fix/exec-no-such-file-or-directory']) {
  test(
    `what ${address} loads as scripts stands in its HTML`,
    {tag: '@any-screen'},
    async ({page, request}) => {
      const scripts: string[] = [];
      page.on('request', (one) => {
        if (one.resourceType() === 'script') scripts.push(new URL(one.url()).pathname);
      });
      await page.goto(address, {waitUntil: 'networkidle'});
      await ready(page);
      const html = await (await request.get(address)).text();
      expect(scripts.length).toBeGreaterThan(3);
      const named = ['src', 'href'].flatMap((name) => [`${name}="`, `${name}=`]);
      expect(scripts.filter((script) => !named.some((before) => html.includes(before + script)))).toEqual([]);
    },
  );

  test(`nothing that is drawn on ${address} is moved when it comes alive`, async ({page}) => {
    await page.addInitScript(() => {
      const removed: Node[] = [];
      Object.assign(window, {removed});
      new MutationObserver((records) => {
        if (document.readyState === 'loading') return;
        for (const {removedNodes} of records) removed.push(...removedNodes);
      }).observe(document, {subtree: true, childList: true});
    });
    await page.goto(address);
    await ready(page);
    await page.waitForTimeout(500);
    // What was taken out, such as what only a desktop shows, is not moved: what is back again is.
    const moved = await page.evaluate(() =>
      (window as unknown as {removed: Node[]}).removed.flatMap((node) =>
        node instanceof Element && node.isConnected ? [node.outerHTML.slice(0, 200)] : [],
      ),
    );
    expect(moved).toEqual([]);
  });
}

test('the way back shows a guide at once, in the place to which it was scrolled', async ({page}) => {
  await page.goto('/understand/timeouts');
  await ready(page);
  await page.evaluate(() => {
    window.scrollTo(0, 1500);
  });
  await follow(page, '/examples');
  await expect(page.getByRole('link', {name: 'No C · distroless/static'}).first()).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(/.+/);
  await expect.poll(() => page.evaluate(() => Math.round(window.scrollY))).toBe(1500);
  expect(asked).not.toContain('/understand/timeouts');
});

test.describe('with a finger', () => {
  test.use({hasTouch: true});

  test('a tap on a measured value tells its source, and the next one leads there', async ({page}) => {
    await page.goto('/decide/base-images');
    await ready(page);
    const value = page.locator('main a[data-measured]').first();
    await value.tap();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await expect(page).toHaveURL(/\/decide\/base-images$/);
    await value.tap();
    await expect(page).toHaveURL(/\/examples\//);
  });
});
