import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {chromium, type Browser, type Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {CopyOfSite, DOCUSAURUS} from './copyOfSite';

const EXAMPLE = 'pure-go-static';
const PAGE = `/examples/${EXAMPLE}`;
/** Embeds the same Dockerfile, from MDX. */
const GUIDE = '/decide';
const MARK = '# Changed by a test.';
/** Two cores compile and re-read the site within this, also while other work goes on. */
const SOON_MS = 180_000;
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));

let site: CopyOfSite;
let server: ChildProcess;
let said = '';
let browser: Browser;
let address: string;

beforeAll(async () => {
  site = new CopyOfSite();
  address = `http://localhost:${await freePort()}`;
  server = spawn(process.execPath, [DOCUSAURUS, 'start', '--no-open', '--port', new URL(address).port], {
    cwd: site.folder,
    env: {...process.env, NODE_ENV: undefined},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  browser = await chromium.launch({
    ...(SYSTEM_CHROMIUM === undefined ? {} : {executablePath: SYSTEM_CHROMIUM}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const started = Date.now();
  while (!said.includes('compiled successfully')) {
    if (server.exitCode !== null || Date.now() - started > 240_000)
      throw new Error(`the development server did not start:\n${said}`);
    await delay(200);
  }
});
afterAll(async () => {
  await browser.close();
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  site.remove();
});

const dockerfile = () => site.file('examples', EXAMPLE, 'Dockerfile');

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const found = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (found === null || typeof found === 'string') throw new Error('no port');
  return found.port;
}

/** Opens a page and waits until the example's Dockerfile is there as verified. */
async function openVerified(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address + path, {waitUntil: 'domcontentloaded'});
  await stateOf(page, 'verified');
  return page;
}

/** Waits until the example's Dockerfile is shown in a state; the page is never reloaded from here. */
async function stateOf(page: Page, state: string): Promise<string> {
  const block = page.locator(`pre[data-example="${EXAMPLE}"][data-proof="${state}"]`).first();
  try {
    await block.waitFor({state: 'attached', timeout: SOON_MS});
    return (await block.textContent()) ?? '';
  } catch (error) {
    throw new Error(`${page.url()} shows no ${state} ${EXAMPLE}; the server said:\n${said}`, {cause: error});
  }
}

describe('docusaurus start', () => {
  it.each([PAGE, GUIDE])(
    'shows at %s at once that an edited example is stale, and that it is not',
    async (path) => {
      const page = await openVerified(path);
      const before = readFileSync(dockerfile(), 'utf8');
      said = '';
      writeFileSync(dockerfile(), before.replace('EXPOSE 8080', `${MARK}\nEXPOSE 8080`));
      expect(await stateOf(page, 'stale')).toContain(MARK);
      await expect.poll(() => page.locator('body').textContent()).toContain('Dockerfile changed');
      await expect.poll(() => said).toMatch(new RegExp(`examples/${EXAMPLE} .* stale: Dockerfile changed`));
      writeFileSync(dockerfile(), before);
      expect(await stateOf(page, 'verified')).not.toContain(MARK);
      await expect.poll(() => page.locator('body').textContent()).not.toContain('Dockerfile changed');
      await page.close();
    },
  );
});
