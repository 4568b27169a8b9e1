import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {expect, type Page} from '@playwright/test';
import type {Citation, PageCitation} from '../../plugins/permalinks/src/model';
import {ready} from '../ready';

/** Attributes of built pages have no quotes where they need none. */
export const BLOCK = /<script type="?application\/json"? id="?citation"?>([^<]*)<\/script>/;

/** What a page holds to be cited by; a build without permanent addresses is given blocks that look like theirs. */
export function blockOf(address: string): PageCitation {
  const html = readFileSync(`build${address}.html`, 'utf8');
  const [, block] = BLOCK.exec(html) ?? [];
  return block === undefined ? invented(address, html) : (JSON.parse(block) as PageCitation);
}

function invented(address: string, html: string): PageCitation {
  const citation = (kind: Citation['kind'], id: string): Citation => {
    const key = createHash('sha256').update(id).digest('hex');
    return {
      ...{
        title: `${id}: [a] *title* with \`<code>\``,
        kind,
        address: `/${kind}/${id}@${key.slice(0, 12)}`,
        key,
      },
      ...{provedAt: '2026-11-27T08:00:00Z', provedBy: `${id}, run starts`, bases: ['alpine:3.23 (rebuilt)']},
      swhid: `swh:1:cnt:${key.slice(0, 40)}`,
    };
  };
  const kind = address.startsWith('/fix/') ? 's' : address.startsWith('/examples/') ? 'x' : 'g';
  const claims = [...html.matchAll(/data-claim="?([a-z\d.-]+)/g)].map(([, id = '']) => id);
  return {
    page: citation(kind, address.slice(1).replaceAll('/', '-')),
    claims: Object.fromEntries(claims.map((id) => [id, citation('c', id)])),
  };
}

/** Serves pages with their blocks, as they are once permanent addresses are built. */
export async function serveBlocks(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses)
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const block = JSON.stringify(blockOf(address)).replaceAll('<', '\\u003c');
      const script = `<script type="application/json" id="citation">${block}</script>`;
      const body = BLOCK.test(html) ? html : html.replace('</head>', `${script}</head>`);
      await route.fulfill({response, body});
    });
}

export async function open(page: Page, address: string) {
  await page.goto(address);
  await ready(page);
}

/** Follows a link inside the site without loading a page anew. */
export async function follow(page: Page, address: string) {
  // A link in a part that is kept as HTML loads its page anew.
  const own = ['', '#'].map((end) => `a[href${end && '^'}="${address}${end}"]:not([data-kept] *)`).join();
  await page.evaluate(() => {
    Object.assign(window, {sameDocument: true});
  });
  await page
    .locator(own)
    .first()
    .evaluate((link: HTMLAnchorElement) => {
      link.click();
    });
  await expect(page).toHaveURL((url) => url.pathname === address);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
}

/** What the clipboard has by kind; read again if a button writes it while it is read, which Chromium refuses. */
export async function clipboard(page: Page): Promise<Record<string, string>> {
  let taken: Record<string, string> = {};
  await expect(async () => {
    taken = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const kinds = item?.types ?? [];
      const texts = await Promise.all(kinds.map(async (kind) => (await item?.getType(kind))?.text() ?? ''));
      return Object.fromEntries(kinds.map((kind, index) => [kind, texts[index] ?? '']));
    });
  }).toPass();
  return taken;
}

/** Of a citation in both kinds: where it leads, and what it says. */
export async function copied(page: Page): Promise<{markdown: string; links: string[]; rich: string}> {
  await expect(page.getByRole('status').filter({hasText: 'Citation copied'})).toHaveCount(1);
  const {'text/plain': markdown = '', 'text/html': html = ''} = await clipboard(page);
  const [links, rich] = await page.evaluate((text) => {
    const {body} = new DOMParser().parseFromString(text, 'text/html');
    return [[...body.querySelectorAll('a')].map((link) => link.href), body.textContent] as const;
  }, html);
  return {markdown, links: [...links], rich};
}
