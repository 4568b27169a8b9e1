import {afterEach, expect, it, vi} from 'vitest';
import type {Plugin} from '@docusaurus/types';
import {folderWith, hello, identity, only, proofOf} from '../../../__tests__/fixtures';
import {DEFAULT_OPTIONS} from '../../../settings';
import verifiedExamples from '../../../index';
import {RECEIPT_SCHEMA, type Proof} from '../../model/receipt';
import type {Collection} from '../../collection';
import {forAuthors} from '../forAuthors';
import {standingsOf} from '../state';

const SITE = process.cwd();
const example = only(hello());

function built(...proofs: Proof[]): Collection {
  const read = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs} as const};
  const now = new Date('2026-11-23T12:00:00Z');
  return {
    examples: [example],
    receipts: new Map([[example.id, read]]),
    standings: standingsOf(example, read, {identity, now, expiresAfterDays: 90}),
    ...{twins: [], identity, notReproduced: []},
  };
}

type BuiltProps = Parameters<NonNullable<Plugin<Collection>['postBuild']>>[0];

/** The end of a build in development mode, as `docusaurus build --dev` reaches it. */
async function end(content: Collection): Promise<void> {
  vi.stubEnv('NODE_ENV', 'development');
  const plugin = verifiedExamples(
    {siteDir: SITE, baseUrl: '/', siteConfig: {url: 'https://guide.test'}} as Parameters<
      typeof verifiedExamples
    >[0],
    {
      id: 'default',
      ...DEFAULT_OPTIONS,
    },
  );
  const props = {outDir: folderWith({'index.html': '<p>x</p>'}), content: forAuthors(content)};
  await plugin.postBuild?.(props as unknown as BuiltProps);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('ends a build by an error when something in it is not proved, in development mode too', async () => {
  await expect(end(built())).rejects.toThrow('hello (current, linux/amd64) missing: There is no proof.');
  const typed = proofOf(example, {stdout: 'typed'});
  await expect(end(built(typed))).rejects.toThrow('1 proof is missing, stale or failed');
  await expect(end(built(proofOf(example)))).resolves.toBeUndefined();
});
