import AxeBuilder from '@axe-core/playwright';
import {expect, test, type Page} from '@playwright/test';
import {ready} from './ready';

/** A page of each kind. */
const KINDS = {
  landing: '/',
  'the decision tree': '/decide',
  'a table of bases': '/decide/base-images',
  'a guide with outputs': '/understand/linking',
  'a guide with a matrix': '/understand/resolvers',
  'wordings by engine': '/understand/engines',
  'all messages': '/fix',
  'a message': '/fix/exec-no-such-file-or-directory',
  playbooks: '/playbooks',
  'the catalogue': '/examples',
  'an example': '/examples/pure-go-static',
  about: '/about',
  'no page': '/no/such/page',
};
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeOf = {
  light: (page: Page) => new AxeBuilder({page}).withTags(RULES),
  /** What the scheme changes: the rest is the same page once more. */
  dark: (page: Page) => new AxeBuilder({page}).withRules(['color-contrast', 'link-in-text-block']),
};

for (const scheme of ['light', 'dark'] as const) {
  const axe = axeOf[scheme];
  test.describe(scheme, () => {
    test.use({colorScheme: scheme});

    for (const [kind, address] of Object.entries(KINDS)) {
      test(`axe finds nothing on ${kind}`, async ({page}) => {
        await page.goto(address);
        await ready(page);
        const {violations} = await axe(page).analyze();
        expect(
          violations.map(
            ({id, nodes}) =>
              `${id}: ${nodes
                .map(({target}) => target.join(' '))
                .slice(0, 3)
                .join(' | ')}`,
          ),
        ).toEqual([]);
      });
    }

    test('axe finds nothing in an answer, nor in the search', async ({page}) => {
      await page.goto('/');
      await page.locator('main [data-find-field]').fill('exec /srv/app: no such file or directory');
      await expect(page.locator('main [data-symptom]')).toBeVisible();
      expect((await axe(page).analyze()).violations.map(({id}) => id)).toEqual([]);
      await page.goto('/about');
      await page.getByRole('button', {name: 'Find', exact: true}).click();
      await page.getByRole('combobox').fill('static sqlite');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect((await axe(page).include('dialog').analyze()).violations.map(({id}) => id)).toEqual([]);
    });
  });
}
