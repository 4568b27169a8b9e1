import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {withPolicy} from '../policy';

const page = (head: string) =>
  `<!doctype html><html><head><meta charset=UTF-8>${head}</head><body></body></html>`;
const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
const scripts = (html: string) => /script-src ([^;]*);/.exec(html)?.[1];

describe('a policy', () => {
  it('stands behind the character set, and lets the site alone be asked', () => {
    expect(withPolicy(page(''))).toContain(
      `<meta charset=UTF-8><meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'">`,
    );
  });

  it('names the scripts of the page by their hashes, not those in files and not data', () => {
    const html = page(
      '<script>let a = 1</script><script src=/a.js defer></script><script type="application/ld+json">{}</script><script data-rh=true>b()</script>',
    );
    expect(scripts(withPolicy(html))).toBe(`'self' ${hash('let a = 1')} ${hash('b()')}`);
    expect(withPolicy(html)).not.toContain("script-src 'self' 'unsafe-inline'");
  });

  it('refuses a page that it cannot be put into', () => {
    expect(() => withPolicy('<html></html>')).toThrow('it names no character set');
  });
});
