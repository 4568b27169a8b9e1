import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {RECEIPTS} from '../../../../../engine-words/src';
import {hello, linkFolder, only, proofOf, type ProofChanges} from '../../../__tests__/fixtures';
import {FACTS_FOLDER} from '../../bases/facts';
import {DEFAULT_OPTIONS} from '../../../settings';
import {keyOf, keyParts} from '../../keys/key';
import {RECEIPT_SCHEMA, type Receipt} from '../../model/receipt';
import type {PluginOptions, Severity} from '../../../settings';
import {seal} from '../../receipt/seal';
import {formatReceipt} from '../../receipt/write';
import {collect} from '../../collection';
import {runGate} from '../../../runGate';

const DEFAULTS: PluginOptions = {id: 'default', ...DEFAULT_OPTIONS};
const EXPIRED = 'hello (current, linux/amd64) expired: Proved ';
const MOVED = 'hello (current, linux/amd64) moved: Upstream moved, seen 2026-11-22';

/** The site of `hello`, proved on its bases of now, with what is given of the proof. */
function siteWith(changes: ProofChanges): string {
  const site = hello();
  for (const folder of [FACTS_FOLDER, RECEIPTS]) linkFolder(site.folder, folder);
  const example = only(site);
  const proof = proofOf(example, changes);
  const keyed = keyParts({example, ...proof}, collect(site.folder, DEFAULTS).identity);
  if ('unknownBases' in keyed) throw new Error(keyed.unknownBases.join());
  const sealed = seal(example.id, {...proof, keyParts: keyed.parts, key: keyOf(keyed.parts)});
  const receipt: Receipt = {schema: RECEIPT_SCHEMA, example: example.id, proofs: [sealed]};
  writeFileSync(path.join(example.folder, 'receipt.json'), formatReceipt(receipt));
  return site.folder;
}

const expired = () => siteWith({provedAt: '2020-01-01T00:00:00Z'});
const moved = () =>
  siteWith({
    provedAt: `${new Date().toISOString().slice(0, 19)}Z`,
    moved: [{what: 'golang:1.27', from: 'sha256:a', to: 'sha256:b', seen: '2026-11-22T00:00:00Z'}],
  });

const said: string[] = [];

/** How a build under these options says it, and what. */
function build(site: string, options: Partial<PluginOptions>): string[] {
  said.length = 0;
  try {
    runGate(site, {...DEFAULTS, ...options});
  } catch (error) {
    said.push(`throw ${(error as Error).message}`);
  }
  return said;
}

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production');
  vi.spyOn(console, 'info').mockImplementation((text) => said.push(`log ${text as string}`));
  vi.spyOn(console, 'warn').mockImplementation((text) => said.push(`warn ${text as string}`));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe.each<[keyof PluginOptions, keyof PluginOptions, () => string, string]>([
  ['onExpired', 'onUpstreamMoved', expired, EXPIRED],
  ['onUpstreamMoved', 'onExpired', moved, MOVED],
])('%s', (option, other, site, text) => {
  it.each<Severity>(['throw', 'warn', 'log'])('%s says it so, whatever the other does', (severity) => {
    for (const of of ['ignore', 'throw'] as const) {
      const [line, ...more] = build(site(), {[option]: severity, [other]: of});
      expect(line).toMatch(new RegExp(`^${severity} `));
      expect(line).toContain(text);
      expect(more).toEqual([]);
    }
  });

  it('ignore says nothing', () => {
    expect(build(site(), {[option]: 'ignore', [other]: 'throw'})).toEqual([]);
  });

  it('is a warning unless the site says otherwise', () => {
    expect(build(site(), {})).toEqual([expect.stringMatching(/^warn /)]);
  });
});
