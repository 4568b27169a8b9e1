import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {sha256} from '../../../base-images/src/digest';
import {discoverExamples} from '../example/collect/discover';
import {keyOf} from '../proof/keys/key';
import {fingerprint, readFiles} from '../example/collect/files';
import {readReceipt} from '../proof/receipt/read';
import {seal} from '../proof/receipt/seal';
import {writeProofs} from '../proof/receipt/write';
import {CopyOfSite, DOCUSAURUS} from './copyOfSite';

const EXAMPLE = 'pure-go-static';
const PAGE = `build/examples/${EXAMPLE}.html`;
const GUIDE = 'build/decide.html';
const MARK = '# Changed by a test.';

let site: CopyOfSite;
beforeAll(() => {
  site = new CopyOfSite();
});
afterAll(() => {
  site.remove();
});

const dockerfile = () => site.file('examples', EXAMPLE, 'Dockerfile');
const receipt = () => site.file('examples', EXAMPLE, 'receipt.json');

/** What the verifier would write, had the changed bytes come out the same: the proofs under the keys of the bytes now. */
async function proveAsIfBuilt(): Promise<void> {
  const {examples} = discoverExamples(site.folder, 'examples');
  const example = examples.find(({id}) => id === EXAMPLE);
  const read = example && readReceipt(example);
  if (example === undefined || read?.refused !== undefined || read?.receipt === undefined)
    throw new Error('no receipt');
  const proofs = read.receipt.proofs.map((proof) => {
    const keyParts = {...proof.keyParts, context: fingerprint(example.context)};
    return seal(example.id, {...proof, keyParts, key: keyOf(keyParts)});
  });
  await writeProofs(example, read.receipt, proofs);
}

/** Addresses of the fonts that the style sheet of a build asks for. */
function fontsOf(build: string): string[] {
  const folder = site.file(build, 'assets/css');
  const css = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  return [...css.join('').matchAll(/url\("?([^)"]+\.woff2)/g)].map(([, address = '']) => address);
}

/** Digests of all files of a build by path. */
function filesIn(folder: string): Map<string, string> {
  return new Map(readFiles(folder, '', []).map((file) => [file.path, sha256(file.bytes)]));
}

/** A page that shows code past every embed, as the checks of pages cannot see. */
const TYPED = `---
title: Typed
slug: /typed
---

<div dangerouslySetInnerHTML={{__html: '<pre data-proof="verified"><code>TYPED-ONE</code></pre>'}} />

export const P = ['p', 're'].join('')

<P {...{['data-' + 'proof']: 'verified'}}>TYPED-TWO</P>
`;

describe('docusaurus build', () => {
  it('builds the site from receipts alone, and counts no unproved block', () => {
    const {status, output} = site.docusaurus('build');
    expect(output).toMatch(/code blocks: .*; 0 unproved/);
    expect(status).toBe(0);
    expect(readFileSync(site.file(PAGE), 'utf8')).toContain('Verified');
  });

  it('builds the same bytes in another folder, for browsers too', () => {
    const other = new CopyOfSite();
    const {status} = other.docusaurus('build');
    const [here, there] = [site.file('build'), other.file('build')].map(filesIn);
    other.remove();
    expect(status).toBe(0);
    expect(here?.size).toBeGreaterThan(400);
    const differs = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])].filter(
      (file) => here?.get(file) !== there?.get(file),
    );
    expect(differs).toEqual([]);
  });

  // One build for both: each takes minutes.
  it('builds for an address below the root, from the bytes that are proved now, with the cache of a build for the root and of others', async () => {
    const before = readFileSync(dockerfile(), 'utf8');
    writeFileSync(dockerfile(), before.replace('EXPOSE 8080', `${MARK}\nEXPOSE 8080`));
    await proveAsIfBuilt();
    const {status, output} = await site.run([DOCUSAURUS, 'build', '--out-dir', 'below'], {
      env: {SITE_BASE_URL: '/guide/'},
      signal: new AbortController().signal,
    });
    expect(output).toMatch(/0 unproved/);
    expect(status).toBe(0);
    for (const page of [`examples/${EXAMPLE}.html`, 'fix.html', 'decide.html', 'index.html']) {
      const html = readFileSync(site.file('below', page), 'utf8');
      const addresses = [...html.matchAll(/ (?:href|src)="?(\/[^"\s>]*)/g)].map(([, address]) => address);
      expect(addresses.filter((address) => !address?.startsWith('/guide/'))).toEqual([]);
      expect(addresses.length).toBeGreaterThan(5);
    }
    for (const page of [`examples/${EXAMPLE}.html`, 'decide.html', `examples/${EXAMPLE}/raw/Dockerfile`])
      expect(readFileSync(site.file('below', page), 'utf8')).toContain(MARK);
    const fonts = fontsOf('below');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((address) => !address.startsWith('/guide/'))).toEqual([]);
  });

  it('stops for one changed byte of a Dockerfile, and names it, though the cache is warm', () => {
    const before = readFileSync(dockerfile(), 'utf8');
    writeFileSync(dockerfile(), before.replace('EXPOSE 8080', 'EXPOSE 8081'));
    const {status, output} = site.docusaurus('build');
    writeFileSync(dockerfile(), before);
    expect(status).toBe(1);
    expect(output).toMatch(
      new RegExp(`examples/${EXAMPLE} \\(current, linux/amd64\\) stale: Dockerfile changed`),
    );
    expect(output).toContain(`npm run verify ${EXAMPLE}`);
  });

  it('stops for a receipt that was edited, cut, or is of another example', () => {
    const before = readFileSync(receipt(), 'utf8');
    const other = readFileSync(site.file('examples/cgo-glibc-base/receipt.json'), 'utf8');
    const refused = [before.replace('"exit": 0', '"exit": 3'), before.slice(0, 1000), other].map((text) => {
      writeFileSync(receipt(), text);
      return site.docusaurus('build');
    });
    writeFileSync(receipt(), before);
    expect(refused.map(({status}) => status)).toEqual([1, 1, 1]);
    for (const {output} of refused)
      expect(output).toContain(`examples/${EXAMPLE} (current, linux/amd64) failed: The receipt`);
  });

  it('stops for text that no proof has, and shows no page as an older plugin made it, though the cache is warm', () => {
    const change = (file: string, from: string, to: string) => {
      const before = readFileSync(site.file(file), 'utf8');
      expect(before).toContain(from);
      writeFileSync(
        site.file(file),
        before.replace(from, () => to),
      );
      return () => {
        writeFileSync(site.file(file), before);
      };
    };
    writeFileSync(site.file('docs/typed.mdx'), TYPED);
    const undo = [
      change('plugins/verified-examples/src/pages/client/format/bytes.ts', "'MB'", "'megabytes'"),
      change(
        'plugins/verified-examples/src/pages/theme/Transcript/Stream.tsx',
        'text.slice(0, -1) : text} mark',
        "text.slice(0, -1) : text.replace('CGO', 'cgo')} mark",
      ),
    ];
    const {status, output} = site.docusaurus('build');
    for (const restore of undo) restore();
    rmSync(site.file('docs/typed.mdx'));
    expect(status).toBe(1);
    expect(output).toContain('typed.html: code block says verified, but no proof has this text: TYPED-ONE');
    expect(output).toContain('typed.html: code block says verified, but no proof has this text: TYPED-TWO');
    expect(output).toMatch(/stderr says verified, but no proof of example "[\w-]+" has this text: .*cgo/);
    expect(output).not.toContain('measured value');
    const guide = readFileSync(site.file(GUIDE), 'utf8');
    expect(guide).toMatch(/data-measured[^<]*\d megabytes/);
    expect(guide).not.toMatch(/data-measured[^<]*\d MB/);
  });

  it('stops for a directive that names nothing, with file, line and column', () => {
    const page = site.file('docs/understand/resolvers.mdx');
    const before = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      `${before}\n::transcript{id=cgo-glibc-base scenario=lokup-default}\n\n::example{id=nothing}\n`,
    );
    const {status, output} = site.docusaurus('build');
    writeFileSync(page, before);
    expect(status).toBe(1);
    expect(output).toMatch(
      /docs\/understand\/resolvers\.mdx:\d+:1: example "cgo-glibc-base" has no scenario "lokup-default"; did you mean "lookup-default"/,
    );
    expect(output).toMatch(/docs\/understand\/resolvers\.mdx:\d+:1: there is no example "nothing"/);
  });
});
