import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {unzipSync} from 'fflate';
import {parse, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {beforeEach, describe, expect, it} from 'vitest';
import {createSiteServer} from '../../../../../scripts/lib/siteServer.mjs';
import {NOTICE, revisionAddress, type State} from '../../model';
import {planWithdrawal} from '../plan';
import {append, publish} from '../publish';
import {readLedger} from '../readLedger';
import {sitemapItems} from '../sitemap';
import {checkWritten, writeRevisions} from '../writeRevisions';
import {builtSite, later, NOON, rechain, state, temporary} from './fixtures';

const OLD = state();
const NEW = state({text: 'FROM alpine:3.23 AS <b>', provedAt: '2026-11-30T10:00:00Z'});
const SYMPTOM = state({kind: 's', id: 'exec-not-found', page: '/fix/exec-not-found'});
const CLAIM = state({kind: 'c', id: 'hello.size', page: '/understand/linking#size', archives: []});
const PAGES = ['/examples/hello', '/examples/hi', '/fix/exec-not-found', '/understand/linking'];
let ledger: string;
let outDir: string;

beforeEach(() => {
  ledger = path.join(temporary(), 'ledger');
  outDir = builtSite(...PAGES);
});

describe('writeRevisions', () => {
  it('says at an old revision what took its place, why, and what changed; at the new one what was before', () => {
    publish(ledger, [OLD], NOON);
    publish(ledger, [NEW], later(1), {why: 'support of 3.22 ends.'});
    publish(ledger, [{...NEW, provedAt: '2026-12-02T10:00:00Z'}], later(3));
    write([NEW]);
    expect(read(OLD)).toMatchSnapshot();
    expect(read(NEW)).toMatchSnapshot();
    expect(readFileSync(path.join(outDir, 'x/hello.html'), 'utf8')).toMatchSnapshot();
  });

  it('leaves all else as it was published, byte for byte', () => {
    publish(ledger, [OLD], NOON);
    // The templates are others now; the key is the same.
    write([{...OLD, files: NEW.files, archives: NEW.archives}]);
    const at = path.join(outDir, revisionAddress(OLD));
    for (const {path: file, bytes} of OLD.files.filter((one) => one.path !== '.html'))
      expect(readFileSync(`${at}${file}`).equals(bytes)).toBe(true);
    const [before = '', after = ''] = Buffer.from(OLD.files[0]?.bytes ?? '')
      .toString()
      .split(NOTICE);
    expect(read(OLD).startsWith(before.slice(0, before.indexOf('</head>')))).toBe(true);
    expect(read(OLD).endsWith(after)).toBe(true);
    const zip = unzipSync(readFileSync(`${at}/hello.zip`));
    expect(Object.keys(zip)).toEqual(['context/Dockerfile', 'reproduce.sh']);
  });

  it('needs no files of a state that was published, and refuses one that was not', () => {
    publish(ledger, [OLD], NOON);
    const without = (one: State): State => ({...one, files: [], archives: []});
    write([without(OLD)]);
    expect(readFileSync(path.join(outDir, `${revisionAddress(OLD)}.md`), 'utf8')).toContain(
      'FROM alpine:3.22',
    );
    expect(publish(ledger, [without(OLD)], later(1)).drafts).toEqual([]);
    expect(() => {
      write([without(NEW)]);
    }).toThrow('it has no files, and the ledger has none of it');
    expect(() => publish(ledger, [without(NEW)], later(1))).toThrow('it has no .html');
  });

  it('says what was withdrawn, and does not lead on to it', () => {
    publish(ledger, [OLD, SYMPTOM], NOON);
    withdraw(revisionAddress(OLD), 'the size was of another <image>');
    write([OLD, SYMPTOM]);
    expect(read(OLD)).toContain('<strong>Withdrawn</strong> on <time');
    expect(read(OLD)).toContain('the size was of another &lt;image&gt;. Do not rely on it.');
    expect(read(OLD)).not.toContain('This is the current state');
    const short = readFileSync(path.join(outDir, 'x/hello.html'), 'utf8');
    expect(short).toContain('Withdrawn on');
    expect(short).not.toContain('refresh');
  });

  it('leads an address that moved, and one that moved twice, to where it is shown now', () => {
    publish(ledger, [OLD, SYMPTOM], NOON);
    const [hey, hi] = [state({id: 'hey'}), state({id: 'hi'})];
    publish(ledger, [hey, SYMPTOM], later(1), {moved: [{address: '/x/hello', to: '/x/hey'}]});
    publish(ledger, [hi, SYMPTOM], later(2), {moved: [{address: '/x/hey', to: '/x/hi'}]});
    write([hi, SYMPTOM]);
    for (const id of ['hello', 'hey'])
      expect(readFileSync(path.join(outDir, `x/${id}.html`), 'utf8')).toContain(
        'content="0; url=../examples/hi"',
      );
    expect(read(OLD)).toContain('/x/hello leads to <a href="./hi.html">/x/hi</a>');
  });

  it('writes what is not published too, and says so', () => {
    publish(ledger, [OLD], NOON);
    write([NEW, CLAIM]);
    expect(read(NEW)).toContain('<strong>Not published.</strong>');
    expect(read(NEW)).toContain(`<a href="./${revisionAddress(OLD).slice(3)}.html">`);
    expect(read(OLD)).toContain('The site shows another, which is not published');
    expect(readFileSync(path.join(outDir, 'c/hello.size.html'), 'utf8')).toContain(
      'content="0; url=../understand/linking#size"',
    );
  });

  it('keeps addresses of which the site shows nothing any more', () => {
    publish(ledger, [OLD], NOON);
    write([]);
    expect(read(OLD)).toContain('The site has no page for it any more.');
  });

  it('cuts a long difference, and says where two have little in common', () => {
    const lines = (count: number, word: string) =>
      Array.from({length: count}, (_, at) => `${word} ${at}`).join('\n');
    const states = [lines(300, 'a'), lines(300, 'b'), lines(3000, 'c')].map((text) => state({text}));
    for (const [day, one] of states.entries()) publish(ledger, [one], later(day));
    write(states.slice(2));
    const [one = OLD, two = OLD] = states;
    expect(read(one)).toContain('There is more. Compare');
    expect(read(two)).toContain('The two have little in common. Compare');
  });

  it('is the same for the same ledger', () => {
    history();
    const first = write([NEW, SYMPTOM, CLAIM]);
    expect(write([NEW, SYMPTOM, CLAIM])).toEqual(first);
  });

  it.each(['/', '/guide/', 'https://host.example/guide/'])(
    'names itself and its neighbours below %s',
    (baseUrl) => {
      history();
      write([NEW, SYMPTOM, CLAIM], baseUrl);
      const [old, fresh] = [OLD, NEW].map((one) => `${baseUrl}${revisionAddress(one).slice(1)}`);
      expect(headLinks(read(OLD))).toEqual({
        canonical: old,
        'latest-version': fresh,
        'successor-version': fresh,
      });
      expect(headLinks(read(NEW))).toEqual({
        canonical: fresh,
        'latest-version': fresh,
        'predecessor-version': old,
      });
    },
  );

  it('links to files that are there, also without a server', () => {
    history();
    const written = write([NEW, SYMPTOM, CLAIM]);
    const pages = [...written.keys()].filter((file) => file.endsWith('.html'));
    const links = pages.flatMap((page) => hrefs(page).map((href) => ({page, href})));
    expect(links.length).toBeGreaterThan(8);
    for (const {page, href} of links) {
      const target = path.join(outDir, path.dirname(page), decodeURI(href.split('#')[0] ?? ''));
      const there = [target, `${target}.html`].some((file) => existsFile(file));
      expect({page, href, there}).toEqual({page, href, there: true});
    }
  });
});

describe('every address that was ever published', () => {
  it.each(['/', '/guide/'])('has an answer from a server of the built site below %s', async (baseUrl) => {
    history();
    write([NEW, SYMPTOM, CLAIM], baseUrl);
    const server = createSiteServer(outDir, baseUrl);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    try {
      const {entries, subjects} = readLedger(ledger);
      const addresses = entries.flatMap((entry) =>
        entry.event === 'published'
          ? ['', ...Object.keys(entry.files), ...Object.keys(entry.archives)].map(
              (file) => `${entry.address}${file}`,
            )
          : [],
      );
      expect(addresses).toHaveLength(23);
      for (const address of [...addresses, ...subjects.keys()]) {
        const answer = await fetch(`http://127.0.0.1:${port}${baseUrl}${address.slice(1)}`, {
          redirect: 'manual',
        });
        const text = await answer.text();
        expect([address, answer.status]).toEqual([address, 200]);
        expect(text).not.toContain('page /404');
      }
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('is in the sitemap, if it is a revision that holds', () => {
    history();
    withdraw(revisionAddress(SYMPTOM), 'wrong');
    expect(sitemapItems(readLedger(ledger), 'https://host.example/guide/')).toMatchSnapshot();
  });
});

describe('what does not hold stops the build', () => {
  it('a ZIP that is packed otherwise than when it was published', () => {
    publish(ledger, [OLD], NOON);
    rechain(ledger, ([entry]) => {
      const archives = entry?.archives as Record<string, {sha256: string}>;
      Object.assign(archives['/hello.zip'] ?? {}, {sha256: '0'.repeat(64)});
    });
    expect(() => write([OLD])).toThrowErrorMatchingSnapshot();
  });

  it('addresses that lead to pages that are not there', () => {
    publish(ledger, [OLD, SYMPTOM], NOON);
    publish(ledger, [SYMPTOM], later(1), {moved: [{address: '/x/hello', to: '/examples/gone'}]});
    const lost = {...CLAIM, page: '/no/such#size'};
    expect(() => write([SYMPTOM, lost])).toThrowErrorMatchingSnapshot();
  });

  it('files that are gone or changed when the build ends', () => {
    history();
    const written = write([NEW, SYMPTOM, CLAIM]);
    checkWritten(outDir, written);
    rmSync(path.join(outDir, `${revisionAddress(OLD)}.html`));
    rmSync(path.join(outDir, `${revisionAddress(OLD)}/Dockerfile`));
    writeFileSync(path.join(outDir, `${revisionAddress(NEW)}.html`), 'minified');
    expect(() => {
      checkWritten(outDir, written);
    }).toThrowErrorMatchingSnapshot();
  });
});

/** Two revisions of an example, one of a symptom and of a claim. */
function history(): void {
  publish(ledger, [OLD, SYMPTOM, CLAIM], NOON);
  publish(ledger, [NEW, SYMPTOM, CLAIM], later(1));
}

function write(current: readonly State[], baseUrl = '/') {
  return writeRevisions(outDir, baseUrl, readLedger(ledger), current);
}

function withdraw(address: string, why: string): void {
  const before = readLedger(ledger);
  append(before, planWithdrawal(before, [address], why, later(5)), later(5));
}

function read(of: State): string {
  return readFileSync(path.join(outDir, `${revisionAddress(of)}.html`), 'utf8');
}

function existsFile(file: string): boolean {
  return readdirSync(path.dirname(file)).includes(path.basename(file));
}

function elements(node: Tree.Node): Tree.Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function attributes(element: Tree.Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({name, value}) => [name, value]));
}

function headLinks(html: string): Record<string, string> {
  const links = elements(parse(html)).filter(({tagName}) => tagName === 'link');
  return Object.fromEntries(links.map((one) => [attributes(one).rel ?? '', attributes(one).href ?? '']));
}

function hrefs(page: string): string[] {
  const anchors = elements(parse(readFileSync(path.join(outDir, page), 'utf8')));
  return anchors.filter(({tagName}) => tagName === 'a').map((one) => attributes(one).href ?? '');
}
