import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createSiteServer} from '../siteServer.mjs';

const LONG = 'a line of a script\n'.repeat(500);
let dir: string;
const servers: ReturnType<typeof createSiteServer>[] = [];

beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'cgo-site-'));
  for (const folder of ['assets/js', 'fix']) mkdirSync(path.join(dir, folder), {recursive: true});
  for (const [file, text] of Object.entries({
    'index.html': 'home',
    'about.html': 'about',
    'fix/one.html': 'one',
    '404.html': 'nowhere',
    'assets/js/main.0a1b.js': LONG,
  }))
    writeFileSync(path.join(dir, file), text);
});
afterAll(async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(dir, {recursive: true});
});

async function serve(baseUrl = '/') {
  const server = createSiteServer(dir, baseUrl);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  return (address: string) => fetch(`http://127.0.0.1:${port}${address}`, {redirect: 'manual'});
}

describe('the server of a built site', () => {
  it('has a page at its address, with and without .html, and another for addresses that lead nowhere', async () => {
    const get = await serve();
    for (const [address, status, text] of [
      ['/', 200, 'home'],
      ['/about', 200, 'about'],
      ['/about.html', 200, 'about'],
      ['/fix/one', 200, 'one'],
      ['/no/such', 404, 'nowhere'],
      // No listing.
      ['/assets', 404, 'nowhere'],
      ['/../../etc/passwd', 404, 'nowhere'],
      ['/%2e%2e/%2e%2e/etc/passwd', 404, 'nowhere'],
    ] as const) {
      const answer = await get(address);
      expect([address, answer.status, await answer.text()]).toEqual([address, status, text]);
    }
  });

  it('leads from an address with a slash at its end to the page', async () => {
    const get = await serve();
    const answer = await get('/about/?a=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/about?a=1']);
    // Never to another host.
    expect((await get('//other.test/about/')).headers.get('location')).toBe('/about');
  });

  it('compresses, and lets files be kept whose names are those of their content', async () => {
    const get = await serve();
    const script = await get('/assets/js/main.0a1b.js');
    expect(script.headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await script.text()).toBe(LONG);
    expect((await get('/about')).headers.get('cache-control')).toBe('no-cache');
  });

  it('stands where the site was built for', async () => {
    const get = await serve('/guide/');
    expect(await (await get('/guide/about')).text()).toBe('about');
    expect((await get('/')).headers.get('location')).toBe('/guide/');
  });
});
