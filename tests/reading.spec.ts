import {expect, test, type Page, type Route} from '@playwright/test';

const DEBUG = 'gcr.io/distroless/static-debian13:debug';
const OLDER = 'gcr.io/distroless/static-debian12:latest';
const CHOSEN = ['gcr.io/distroless/static-debian13:latest', 'alpine:3.23', 'debian:trixie-slim', 'scratch'];

const named = (page: Page, ref: string) =>
  page.locator('main table[aria-label^="Base images, measured"]').getByText(ref, {exact: true}).first();

/** What a reader sees of the bases, and what opening brings. */
async function readsBases(page: Page): Promise<void> {
  await page.goto('/decide/base-images');
  for (const ref of CHOSEN) await expect(named(page, ref)).toBeVisible();
  for (const ref of [DEBUG, OLDER]) {
    await expect(named(page, ref)).toBeAttached();
    await expect(named(page, ref)).toBeHidden();
  }
  await page
    .getByText(/^Debug tags, with a shell/)
    .first()
    .click();
  await expect(named(page, DEBUG)).toBeVisible();
  await expect(named(page, OLDER)).toBeHidden();
  const more = page.locator('main tr', {hasText: 'More facts'}).first();
  await expect(more.getByText('nsswitch.conf')).toBeHidden();
  await more.locator('summary').click();
  await expect(more.getByText('nsswitch.conf')).toBeVisible();
}

test('bases to choose between are seen at once, debug tags and older releases when asked for', async ({
  page,
}) => {
  await readsBases(page);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('so they are', async ({page}) => {
    await readsBases(page);
  });
});

test('the home page has a door to the error texts', async ({page}) => {
  await page.goto('/');
  const doors = page.getByRole('navigation', {name: 'Parts of the guide'});
  await expect(doors.locator('b')).toHaveText(['Decide', 'Understand', 'Fix', 'Examples']);
  await doors.getByRole('link', {name: /^Fix/}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Find your error message');
  expect(new URL(page.url()).pathname).toBe('/fix');
});

test('the index begins with its groups', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/fix');
  const groups = page.getByRole('navigation', {name: 'Groups of symptoms'});
  await groups.getByRole('link', {name: /^Names don't resolve/}).click();
  await expect(page.getByRole('heading', {name: /^Names don't resolve/})).toBeInViewport();
});

test('a text of one word is named by what has happened', {tag: '@any-screen'}, async ({page}) => {
  const title = 'A lookup that takes 30 seconds';
  await page.goto('/fix');
  await page.getByRole('link', {name: title}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(title);
  await expect(page.locator('main header code')).toHaveText('"seconds":30');
  await expect(page).toHaveTitle(new RegExp(`^${title}`));
});

test(
  'a guide says when its proofs were made, a page without proofs does not',
  {tag: '@any-screen'},
  async ({page}) => {
    const days = page.getByText(/^Proved (?:on|from) \d+ \w{3} \d{4}/);
    await page.goto('/understand/timeouts');
    await expect(days).toBeVisible();
    await page.goto('/lab');
    await expect(days).toHaveCount(0);
  },
);

test('what a page offers is there before it is alive', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/fix/glibc-2-34-not-found');
  for (const name of ['Find', 'Copy citation', 'Copy commands'])
    await expect(page.getByRole('button', {name}).first()).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-has-hydrated', 'true');
});

test('what is pressed before a page is alive is done once it is', {tag: '@any-screen'}, async ({page}) => {
  await page.goto('/decide');
  await expect(page.locator('html')).not.toHaveAttribute('data-has-hydrated', 'true');
  // By no pointer and no key, as software that reads pages aloud presses buttons.
  await page.getByRole('button', {name: 'Find'}).evaluate((button: HTMLElement) => {
    button.click();
  });
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.goto('/understand/timeouts');
  await expect(page.locator('html')).not.toHaveAttribute('data-has-hydrated', 'true');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.goto('/');
  await expect(page.locator('html')).not.toHaveAttribute('data-has-hydrated', 'true');
  const field = page.locator('main [data-find-field]');
  await field.fill('exec /srv/app: no such file or directory');
  await expect(page.locator('main [data-symptom]').first()).toBeVisible();
  await expect(field).toHaveValue('exec /srv/app: no such file or directory');
});

test(
  'what is typed before Docusaurus’s script is there is done once it is',
  {tag: '@any-screen'},
  async ({page}) => {
    let held: Route[] | undefined = [];
    await page.route('**/app.*.js', (route) =>
      held === undefined ? route.continue() : void held.push(route),
    );
    await page.goto('/', {waitUntil: 'commit'});
    await expect(page.locator('html[data-listens]')).toBeAttached();
    const field = page.locator('main [data-find-field]');
    await field.fill('exec /srv/app: no such file or directory');
    await expect(page.locator('main [data-symptom]')).toHaveCount(0);
    const asked = held;
    held = undefined;
    await Promise.all(asked.map((route) => route.continue()));
    await expect(page.locator('main [data-symptom]').first()).toBeVisible();
    await expect(field).toHaveValue('exec /srv/app: no such file or directory');
  },
);

test(
  'where Docusaurus’s script can’t be had, a page can still be read, copied from and left',
  {tag: '@any-screen'},
  async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/app.*.js', (route) => route.abort());
    await page.goto('/examples/pure-go-static');
    await expect(page.locator('html')).toHaveAttribute('data-listens', 'copies');
    await expect(page.getByRole('button', {name: 'Find'})).toBeHidden();
    const copy = page.locator('button[data-outcome]').first();
    await copy.click();
    await expect(copy).toHaveText('Copied');
    await page.locator('main a[href^="/decide"]:visible').first().click();
    await expect(page).toHaveURL(/\/decide/);
  },
);

test(
  'a page that nobody touches comes alive by itself, and one whose address has a state at once',
  {tag: '@any-screen'},
  async ({page}) => {
    const alive = () => page.evaluate(() => document.documentElement.dataset.hasHydrated);
    await page.goto('/decide');
    expect(await alive()).not.toBe('true');
    await expect.poll(alive, {timeout: 20_000}).toBe('true');
    await page.goto('/fix#q=exec%20/srv/app:%20no%20such%20file%20or%20directory');
    await expect(page.locator('main [data-symptom]').first()).toBeVisible();
  },
);
