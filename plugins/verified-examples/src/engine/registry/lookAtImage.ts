import type {Response} from 'undici';
import * as z from 'zod';
import {Digest, sha256} from '../../../../base-images/src/digest';
import type {CallOptions} from '../types';
import {parseReference} from './reference';
import {ACCEPT_MANIFESTS, openRepository, type AskRepository} from './repositoryApi';

const Index = z.object({
  manifests: z.array(
    z.object({
      digest: Digest,
      platform: z
        .object({os: z.string(), architecture: z.string(), variant: z.string().optional()})
        .optional(),
    }),
  ),
});
const Manifest = z.object({config: z.object({digest: Digest})});
const Config = z.object({
  os: z.string(),
  architecture: z.string(),
  rootfs: z.object({diff_ids: z.array(Digest)}),
});

/** What an image name stands for on one platform. */
export interface ImageLook {
  /** What the name itself stands for: an index of platforms, or the manifest. */
  digest: string;
  manifest: string;
  /** Over the diff ids of the layers, in their order. */
  layers: string;
}

export interface LookOptions extends CallOptions {
  /** For example `linux/amd64`. */
  platform: string;
  /** Earlier looks for this platform: what a digest stands for never changes, so it is not read twice. */
  known?: readonly ImageLook[];
}

/**
 * Asks a registry what a name stands for on a platform, without pulling: the index, the platform's manifest in it, and the
 * diff ids in its config. Every answer is held against its digest.
 *
 * @throws Error when the registry gives no such answer
 */
export async function lookAtImage(ref: string, options: LookOptions): Promise<ImageLook> {
  const {platform, known = [], signal} = options;
  const image = parseReference(ref);
  const before = known.find(({digest}) => digest === image.version);
  if (before !== undefined) return before;
  const ask = openRepository(image, signal);
  const head = await ask('HEAD', `manifests/${image.version}`, ACCEPT_MANIFESTS);
  if (!head.ok) throw new Error(statusText(head));
  const told = head.headers.get('docker-content-digest');
  const seen = known.find(({digest}) => digest === told);
  if (seen !== undefined) return seen;
  const top = await read(ask, `manifests/${told ?? image.version}`, told ?? undefined);
  const index = Index.safeParse(top.value);
  const wanted = index.success ? manifestFor(index.data, platform) : top.digest;
  const own = index.success ? await read(ask, `manifests/${wanted}`, wanted) : top;
  const {digest: configDigest} = Manifest.parse(own.value).config;
  const config = Config.parse((await read(ask, `blobs/${configDigest}`, configDigest)).value);
  const found = `${config.os}/${config.architecture}`;
  if (found !== platform) throw new Error(`not found for ${platform}: it is for ${found}`);
  return {
    digest: top.digest,
    manifest: own.digest,
    layers: sha256(config.rootfs.diff_ids.map((id) => `${id}\n`).join('')),
  };
}

async function read(
  ask: AskRepository,
  path: string,
  expected?: string,
): Promise<{value: unknown; digest: string}> {
  const answer = await ask('GET', path, path.startsWith('manifests/') ? ACCEPT_MANIFESTS : undefined);
  if (!answer.ok) throw new Error(statusText(answer));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const digest = sha256(bytes);
  if (expected !== undefined && digest !== expected)
    throw new Error(`${path}: the answer has the digest ${digest}, not ${expected}`);
  return {value: JSON.parse(bytes.toString('utf8')) as unknown, digest};
}

/** Engines take the first that fits; arm64 is written with its variant, v8, or without. */
function manifestFor({manifests}: z.output<typeof Index>, wanted: string): string {
  const names = manifests.map(({platform}) => (platform ? `${platform.os}/${platform.architecture}` : ''));
  const found = manifests[names.indexOf(wanted)];
  if (found === undefined) throw new Error(`not found for ${wanted}: it is for ${names.join(', ')}`);
  return found.digest;
}

function statusText({status}: Response): string {
  return status === 404 ? 'not found' : `the registry answers with status ${status}`;
}
