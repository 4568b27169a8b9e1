import {readFileSync} from 'node:fs';
import {expect, test, type Page} from '@playwright/test';
import {ready} from './ready';

const EXEC = 'web-1  | exec /srv/app: no such file or directory';
const MUSL = '      [Requesting program interpreter: /lib/ld-musl-x86_64.so.1]';
/** Values that nobody else should see. */
const SECRET = 'gizmo exploded in /home/bob/vault.db for db.corp.example:5432 token=abcdefgh12345';

const box = (page: Page) => page.locator('main [data-find-field]');
const first = (page: Page) => page.locator('main [data-symptom]').first();

/** Reports of people, which patterns were written with: symptom, address, text. */
const LINES = readFileSync('tests/find/tuned.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([symptom = '', , text = '']) => ({
    symptom,
    text: text.replaceAll('\\n', '\n').replaceAll('\\\\', '\\'),
  }));

/** As somebody does with text that lies on the clipboard. */
async function paste(page: Page, text: string) {
  await ready(page);
  const isHeld = await box(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    return !field.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
    );
  }, text);
  if (!isHeld) await box(page).fill(text);
}

test('a pasted line leads to its page, says why, and stands in the address', async ({page}) => {
  await page.goto('/');
  await paste(page, EXEC);
  await expect(first(page)).toHaveAttribute('data-symptom', 'exec-no-such-file-or-directory');
  await expect(first(page)).toHaveAttribute('data-tier', 'same');
  await expect(first(page).locator('u').first()).toHaveText('exec ');
  await expect(first(page)).toContainText('your file: /srv/app');
  await expect(page).toHaveURL(/#q=web-1/);
  // A colleague opens the same address.
  await page.reload();
  await expect(box(page)).toHaveValue(EXEC);
  await first(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/fix\/exec-no-such-file-or-directory$/);
});

test(
  'reports that people wrote get the same answer here as in the terminal',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto('/fix');
    const wanted = LINES.filter(({symptom}) => symptom !== '-').filter((_, index) => index % 5 === 0);
    expect(wanted.length).toBeGreaterThanOrEqual(10);
    for (const {symptom, text} of wanted) {
      await box(page).fill('');
      await expect(first(page)).toHaveCount(0);
      await paste(page, text);
      await expect(first(page), text).toHaveAttribute('data-symptom', symptom);
      const clear = page.getByRole('button', {name: 'Clear'});
      if (await clear.isVisible()) await clear.click();
    }
  },
);

test(
  'names that the text has stand in the commands of the page that it leads to',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto('/fix');
    await paste(
      page,
      'dial tcp: lookup db.shop.svc on 10.9.8.7:53: read udp 10.0.0.9:4242->10.9.8.7:53: i/o timeout',
    );
    await first(page).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/fix\/[a-z-]+$/);
    await expect(page.getByLabel('The host name')).toHaveValue('db.shop.svc');
    await expect(page.getByLabel('The name server')).toHaveValue('10.9.8.7');
  },
);

test('what a command printed tells symptoms apart that print the same', async ({page}) => {
  await page.goto('/fix');
  await paste(page, EXEC);
  await expect(first(page)).toContainText('paste what it prints in the box above');
  await expect(first(page).getByLabel('Your program in it')).toHaveValue('/srv/app');
  await first(page).getByLabel('Your image').fill('registry.test/app:1');
  await expect(first(page).locator('pre[data-commands]')).toContainText(
    'docker create --name look registry.test/app:1',
  );
  await expect(page).toHaveURL(/#q=/);
  // Some empty the field first.
  await box(page).fill('');
  await expect(first(page)).toHaveCount(0);
  await box(page).fill(MUSL);
  await expect(first(page)).toHaveAttribute('data-symptom', 'exec-no-such-file-musl-on-glibc');
  await expect(first(page)).toContainText('tells that it is this one');
  await expect(box(page)).toHaveValue(`${EXEC}\n${MUSL}`);
});

test('an answer says what was not reproduced here', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/fix');
  await paste(page, 'lookup db on 127.0.0.11:53: server misbehaving');
  await expect(first(page)).toContainText('2 causes have this text');
  const causes = first(page).locator('li:has(a[href])');
  await expect(causes.nth(0)).not.toContainText('not reproduced');
  await expect(causes.nth(1)).toContainText('(not reproduced here)');
  // Of another server it is one cause alone.
  await paste(page, 'lookup db on 10.0.0.2:53: server misbehaving');
  await expect(first(page).getByRole('link').first()).toHaveAttribute('href', '/fix/server-misbehaving');
});

test(
  'a log is read in its order: repeats are counted, what follows is folded',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto('/');
    const noise = Array.from(
      {length: 300},
      (_, at) => `2026-11-28T10:00:00Z app[1]: request ${at} took 3 ms`,
    );
    const lost = 'dial tcp: lookup db.test on 10.0.0.2:53: read udp 10.0.0.1:4000->10.0.0.2:53: i/o timeout';
    await paste(page, [...noise, lost, ...noise, lost, EXEC].join('\n'));
    await expect(page.locator('main [data-find-field]')).toHaveValue(/^Pasted log \(603 lines, [\d.]+ kB\)$/);
    await expect(first(page)).toHaveAttribute('data-symptom', 'lookup-io-timeout');
    await expect(first(page)).toContainText('line 301, 2 times');
    await expect(page.locator('main [data-symptom]').nth(1)).toHaveAttribute(
      'data-symptom',
      'exec-no-such-file-or-directory',
    );
    await page.getByRole('button', {name: 'Clear'}).click();
    await expect(first(page)).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('');
  },
);

test('a file can be dropped', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/');
  await ready(page);
  await box(page).evaluate(
    (field, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'app.log'));
      field.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
    },
    `${'nothing\n'.repeat(20)}${EXEC}`,
  );
  await expect(box(page)).toHaveValue(/^app\.log \(21 lines/);
  await expect(first(page)).toContainText('line 21');
});

test(
  'a text that nothing knows becomes a report without what is private, and goes nowhere',
  {tag: '@any-screen'},
  async ({page}) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto('/fix');
    await paste(page, SECRET);
    const report = page.getByRole('group', {name: 'Report'});
    await expect(report).toHaveText('gizmo exploded in <path> for <host>:5432 token=<secret>');
    await expect(page.locator('main [data-symptom]:not([data-tier=closest])')).toHaveCount(0);
    const origin = new URL(page.url()).origin;
    expect(asked.filter((one) => !one.startsWith(origin))).toEqual([]);
    expect(asked.filter((one) => /gizmo|vault|corp/.test(one))).toEqual([]);
  },
);

test('the search opens by key on any page, and is worked by keys alone', async ({page}) => {
  await page.goto('/understand/linking#what-to-change');
  await ready(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('ndots search');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'));
  await expect(page).toHaveURL(/#q=ndots%20search$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/#what-to-change$/);
  await page.keyboard.press('/');
  await page.keyboard.type('ndots search');
  await expect(options.first()).toBeVisible();
  const href = await options.first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => `${url.pathname}${url.hash}` === href);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the key / can be turned off', async ({page, isMobile}) => {
  await page.goto('/understand/linking');
  await page.getByRole('button', {name: 'Find', exact: true}).click();
  if (isMobile) {
    await expect(page.getByRole('combobox')).toBeVisible();
    await expect(page.getByRole('checkbox')).toBeHidden();
    return;
  }
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toHaveValue('');
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

test(
  'an address with a question opens the search where a page has no box',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto(`/about#q=${encodeURIComponent(EXEC)}`);
    await expect(page.getByRole('option').first()).toContainText('exec /app: no such file or directory');
    await page.getByRole('option', {name: 'Why it matched'}).click();
    await expect(page).toHaveURL(/\/fix#q=/);
    await expect(first(page)).toHaveAttribute('data-symptom', 'exec-no-such-file-or-directory');
  },
);

test('an address that leads nowhere has the box', async ({page}) => {
  await page.goto('/no/such/page');
  await box(page).fill(EXEC);
  await expect(first(page)).toHaveAttribute('data-symptom', 'exec-no-such-file-or-directory');
});

test('the answer fits a narrow screen', async ({page}) => {
  await page.setViewportSize({width: 320, height: 700});
  await page.goto('/');
  await paste(page, `${EXEC}${'/very/long/path/without/a/break'.repeat(6)}`);
  await expect(first(page)).toBeVisible();
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  await page.goto('/about');
  await page.getByRole('button', {name: 'Find', exact: true}).click();
  await page.getByRole('combobox').fill('static sqlite');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await over()).toBeLessThanOrEqual(0);
});

test(
  'says so when what it finds by cannot be loaded, and tries again',
  {tag: '@any-screen'},
  async ({page}) => {
    await page.goto('/fix');
    let refuse = true;
    await page.context().route('**/find/*.json', async (route) => {
      if (refuse) await route.abort();
      else await route.continue();
    });
    await box(page).fill('ndots');
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    refuse = false;
    await box(page).fill('ndots search');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('main').getByRole('region', {name: 'Guides'})).toBeVisible();
  },
);

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the box says what to do instead', async ({page}) => {
    await page.goto('/');
    await expect(box(page)).toBeHidden();
    await page.getByRole('link', {name: 'All error messages'}).click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Find your error message');
  });
});
