import {readFileSync} from 'node:fs';
import path from 'node:path';
import {createHash} from 'node:crypto';
import {expect, test, type Page} from '@playwright/test';
import {ready} from './ready';

const PAGES = [
  '/',
  '/decide',
  '/decide/base-images',
  '/understand/resolvers',
  '/examples',
  '/examples/pure-go-static',
  '/examples/cgo-glibc-base',
  '/examples/glibc-on-alpine',
];
const example = (file: string) => readFileSync(path.join(__dirname, '../examples', file));

/** Everything the page asked another host for. */
function watchForeign(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!['localhost', ''].includes(new URL(request.url()).hostname)) foreign.push(request.url());
  });
  return foreign;
}

for (const address of PAGES) {
  test(`${address} loads clean, fits the screen and asks nobody else`, async ({page}) => {
    const foreign = watchForeign(page);
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => {
      if (!response.ok()) errors.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(address);
    await expect(page.locator('main').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test(`${address} shows no code without a published state`, {tag: '@any-screen'}, async ({page}) => {
    await page.goto(address);
    const states = await page
      .locator('pre')
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-proof')));
    for (const state of states) expect(['verified', 'moved', 'expired', 'reasoned']).toContain(state);
  });
}

test('what a link leads to is fetched when it is pointed at, not when it is seen', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || request.resourceType() === 'other')
      scripts.push(request.url());
  });
  await page.goto('/decide');
  await ready(page);
  const link = page.locator('article a[href^="/examples/"]:visible').first();
  await link.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('link[rel=prefetch]')).toHaveCount(0);
  const before = scripts.length;
  await link.hover();
  await expect.poll(() => scripts.length).toBeGreaterThan(before);
});

test('a page that is asked for by its file is the same', {tag: '@any-screen'}, async ({page}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const address of PAGES.filter((one) => one !== '/')) {
    await page.goto(`${address}.html#fragment`);
    await ready(page);
    await expect(page).toHaveURL(new RegExp(`${address}#fragment$`));
  }
  expect(errors).toEqual([]);
});

test(
  'a browser that has not read the page asks for the icon by its old name, and gets it',
  {tag: '@any-screen'},
  async ({request}) => {
    const icon = await request.get('/favicon.ico');
    expect(icon.status()).toBe(200);
    expect([...(await icon.body()).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  },
);

test('Copy gives exactly the bytes of the file', {tag: '@any-screen'}, async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/examples/pure-go-static');
  const button = page.locator('button[data-outcome]').first();
  await expect(button).toHaveAccessibleName('Copy Dockerfile');
  const place = await button.boundingBox();
  await button.click();
  await expect(button).toHaveText('Copied');
  await expect(page.getByRole('status').filter({hasText: 'Copied'})).toHaveCount(1);
  expect(await button.boundingBox()).toEqual(place);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(example('pure-go-static/Dockerfile').toString('utf8'));
  await expect(button).toHaveText('Copy');
});

test('Copy says so when the browser refuses', {tag: '@any-screen'}, async ({page}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    Object.assign(document, {execCommand: () => false});
  });
  await page.goto('/examples/pure-go-static');
  const button = page.locator('button[data-outcome]').first();
  await button.click();
  await expect(button).toHaveText('Refused');
  await expect(page.getByRole('status').filter({hasText: 'select the text instead'})).toHaveCount(1);
});

test(
  'the raw file has the bytes that were proved, and the archive its checksum',
  {tag: '@any-screen'},
  async ({page, request}) => {
    const raw = await request.get('/examples/pure-go-static/raw/Dockerfile');
    expect(raw.ok()).toBe(true);
    expect(Buffer.compare(await raw.body(), example('pure-go-static/Dockerfile'))).toBe(0);
    await page.goto('/examples/pure-go-static');
    const link = page.locator('a[href$="pure-go-static.zip"]').first();
    const zip = await request.get((await link.getAttribute('href')) ?? '');
    const sum = createHash('sha256')
      .update(await zip.body())
      .digest('hex');
    await expect(page.locator('main')).toContainText(sum);
  },
);

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('files can be switched, receipts opened, outputs read', async ({page}) => {
    await page.goto('/examples/cgo-glibc-base');
    await expect(page.locator('pre').first()).toContainText('FROM golang:1.27-trixie AS build');
    await page.locator('label', {hasText: 'cmd/app/main.go'}).first().click();
    await expect(page.locator('pre', {hasText: 'package main'}).first()).toBeVisible();
    await expect(page.getByRole('button', {name: /^Copy/}).first()).toBeHidden();
    await expect(page.getByText('3.54.1').first()).toBeVisible();
  });
});

test('a measured value says where it comes from', async ({page}) => {
  await page.goto('/decide/base-images');
  const value = page.locator('main a[href*="/examples/"]').filter({hasText: /MB/}).first();
  await value.focus();
  await expect(page.getByRole('tooltip').filter({visible: true}).first()).toContainText(
    /Inspection|Scenario/,
  );
});

test('both halves of a twin are shown, with what they printed', async ({page}) => {
  await page.goto('/decide');
  await expect(page.getByText('exec /app: no such file or directory').first()).toBeVisible();
  await expect(page.getByText('Fixed', {exact: true}).first()).toBeVisible();
});
