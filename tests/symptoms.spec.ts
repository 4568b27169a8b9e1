import {expect, test} from '@playwright/test';

const SYMPTOM = '/fix/exec-no-such-file-or-directory';
const TEXT = 'exec /app: no such file or directory';
const PAGES = ['/fix', SYMPTOM, '/fix/sh-app-not-found', '/about'];

for (const address of PAGES) {
  test(`${address} loads clean, fits the screen and shows no code without a published state`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => {
      if (!response.ok()) errors.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(address);
    await expect(page.locator('main').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const states = await page
      .locator('pre')
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-proof')));
    for (const state of states) expect(['verified', 'moved', 'expired', 'reasoned']).toContain(state);
  });
}

test('a pasted text leads from the index to its page', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/fix');
  const link = page.locator(`main a[href="${SYMPTOM}"]`).first();
  // Four symptoms print this text, so that the row is named by what has happened.
  await expect(page.locator(`main li:has(a[href="${SYMPTOM}"])`).first()).toContainText(TEXT);
  await link.click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(TEXT);
  expect(new URL(page.url()).pathname).toBe(SYMPTOM);
});

test('a symptom has its text, one command that confirms it, its fix and the reason', async ({page}) => {
  await page.goto(SYMPTOM);
  await expect(page.getByRole('heading', {level: 1})).toHaveText(TEXT);
  // Behind its words a heading has a link and a button.
  const headings = await page
    .locator('main h2')
    .evaluateAll((all) => all.map((heading) => heading.firstChild?.textContent));
  expect(headings.slice(0, 5)).toEqual(['Confirm', 'Fix', 'Why', 'In your engine’s words', 'Proof']);
  const confirm = page.locator('main li').filter({has: page.locator('#confirm')});
  await expect(confirm.locator('pre[data-commands]').first()).toContainText(
    'docker cp look:/path/to/program taken',
  );
  await expect(confirm.locator('[data-stream=stdout]').first()).toContainText(
    'Requesting program interpreter: /lib64/ld-linux-x86-64.so.2',
  );
  await expect(confirm.locator('[data-stream=stdout]').nth(1)).toContainText('ld-musl-x86_64.so.1');
  const fix = page.locator('main li').filter({has: page.locator('#fix')});
  await expect(fix.locator('pre').first()).toContainText('apk add --no-cache gcc musl-dev');
  await expect(fix.locator('pre del').first()).toContainText('golang:${GO_VERSION}-${DEBIAN_CODENAME}');
  await expect(fix.locator('[data-stream=stdout]')).toContainText('3.54.1');
  await expect(page.locator('main mark').first()).toHaveText(TEXT);
});

test('the text is copied exactly', {tag: '@any-screen'}, async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(SYMPTOM);
  await page.getByRole('button', {name: 'Copy error text'}).click();
  await expect(page.getByRole('button', {name: 'Copied error text'})).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
});

test(
  "a reader's names go into all commands, the address and the next page",
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto(SYMPTOM);
    const commands = page
      .locator('li', {has: page.locator('#confirm')})
      .locator('pre[data-commands]')
      .first();
    await page.getByLabel('Your image').fill('registry.test/app:1');
    await page.getByLabel('Your program in it').fill('/srv/my app');
    await expect(commands).toContainText('docker create --name look registry.test/app:1');
    await expect(commands).toContainText("docker cp look:'/srv/my app' taken");
    const {hash} = new URL(page.url());
    expect(decodeURIComponent(hash)).toContain('IMAGE=registry.test/app:1');

    const colleague = await page.context().newPage();
    await colleague.goto(`${SYMPTOM}${hash}`);
    await expect(colleague.getByLabel('Your image')).toHaveValue('registry.test/app:1');

    await page.goto('/fix/permission-denied-not-executable');
    await expect(page.getByLabel('Your image')).toHaveValue('registry.test/app:1');
  },
);

test('no two equal commands stand over different results', {tag: '@any-screen'}, async ({page}) => {
  const results = new Map<string, string>();
  const clashes: string[] = [];
  await page.goto('/examples');
  const pages = await page
    .locator('main a[href^="/examples/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
  await page.goto('/fix');
  const symptoms = await page
    .locator('main a[href^="/fix/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
  for (const address of [...pages, ...symptoms]) {
    const html = await (await page.request.get(address)).text();
    const runs = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'text/html');
      return [...document.querySelectorAll('pre[data-scenario]')].flatMap((block) => {
        const part = (name: string) => block.querySelector(`[data-stream=${name}]`)?.textContent ?? '';
        const figure = block.closest('figure');
        const foot = figure?.querySelector('figcaption b')?.textContent ?? '';
        return part('command') === ''
          ? []
          : [[part('command'), `${foot} ${part('stdout')} ${part('stderr')}`] as const];
      });
    }, html);
    for (const [command, result] of runs) {
      const known = results.get(command);
      if (known !== undefined && known !== result) clashes.push(`${address}: ${command}`);
      results.set(command, result);
    }
  }
  expect(results.size).toBeGreaterThan(300);
  expect(clashes).toEqual([]);
});

test('what is easily mistaken is one step away', async ({page}) => {
  await page.goto(SYMPTOM);
  await page.locator('main').getByRole('link', {name: 'sh: /app: not found'}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('sh: /app: not found');
});

test('what is not reproduced is said to be, with its source', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/fix#not-reproduced');
  const section = page.locator('section').filter({has: page.locator('#not-reproduced')});
  await expect(section).toContainText('rosetta error: failed to open elf');
  await expect(section.getByRole('link', {name: /pull request/}).first()).toHaveAttribute('href', /^https:/);
  await expect(section.locator('[data-state]')).toHaveCount(0);
});

test('the counts are those of the home page', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/about');
  const examples = await page
    .locator('main dl > div')
    .filter({hasText: /^Examples/})
    .locator('b')
    .textContent();
  await page.goto('/');
  await expect(page.getByText(`${examples ?? ''} examples`).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('text, confirmation, fix and both receipts can be read', async ({page}) => {
    await page.goto(SYMPTOM);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(TEXT);
    await expect(page.getByText('Requesting program interpreter').first()).toBeVisible();
    await expect(page.getByText('3.54.1').first()).toBeVisible();
    await expect(page.getByRole('button', {name: /^Copy/}).first()).toBeHidden();
    const half = page.getByRole('region', {name: /^Fails:/});
    await expect(half.getByText('Repeat it')).toBeHidden();
    await half.locator('summary').click();
    await expect(half.getByText('Repeat it')).toBeVisible();
  });
});
