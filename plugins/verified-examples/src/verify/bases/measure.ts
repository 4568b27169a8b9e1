import {createReadStream} from 'node:fs';
import {buffer} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {extract} from 'tar-stream';
import * as z from 'zod';
import type {RebuiltBase} from '../../../../base-images/src';
import type {Engine, ImageConfig} from '../../engine/types';
import {inspectRootfs, isInspected} from '../inspect/image';
import {readRootfs, Rootfs, type RootfsEntry} from '../inspect/rootfs';
import type {BaseImage} from '../../proof/bases/facts';

const Manifest = z.tuple([z.object({Config: z.string(), Layers: z.array(z.string())})]);
const List = z.array(z.string()).nullish();
const Config = z.object({
  architecture: z.string(),
  os: z.string(),
  config: z
    .object({User: z.string(), Entrypoint: List, Cmd: List, WorkingDir: z.string(), Env: List})
    .partial()
    .default({}),
});

/**
 * What a rebuilt base is, read from its docker-archive without an engine.
 *
 * @throws Error when a layer takes files away, which rebuilt bases never do
 */
export async function measureBase({archive, entry, imageId}: RebuiltBase): Promise<BaseImage> {
  const {texts, layers} = await readArchive(archive);
  const [{Config: configName, Layers}] = Manifest.parse(JSON.parse(texts.get('manifest.json') ?? ''));
  const entries = new Map<string, RootfsEntry>();
  for (const name of Layers) {
    for (const [path, file] of layers.get(name)?.entries ?? []) {
      if (path.includes('/.wh.')) throw new Error(`${entry.ref}: a layer takes ${path} away`);
      entries.set(path, file);
    }
  }
  const {architecture, os, config} = Config.parse(JSON.parse(texts.get(configName) ?? ''));
  const image: ImageConfig = {
    id: imageId,
    platform: `${os}/${architecture}`,
    layers: Layers.length,
    user: config.User ?? '',
    entrypoint: config.Entrypoint ?? [],
    cmd: config.Cmd ?? [],
    workdir: config.WorkingDir ?? '',
    env: config.Env ?? [],
  };
  return describeBase(image, new Rootfs(entries));
}

/** What an image of an engine is. */
export async function measureImage(
  engine: Pick<Engine, 'inspectImage' | 'exportImage'>,
  image: string,
  signal: AbortSignal,
): Promise<BaseImage> {
  const {rootfs} = await readRootfs(engine.exportImage(image, {signal}), {keep: isInspected});
  return describeBase(await engine.inspectImage(image), rootfs);
}

/** What the empty image is: nothing at all. */
export function measureScratch(platform: string): BaseImage {
  const nothing = {layers: 0, user: '', entrypoint: [], cmd: [], workdir: '', env: []};
  return describeBase({id: '', platform, ...nothing}, new Rootfs(new Map()));
}

/** The loaders of both libcs on both platforms, as `readelf -l` shows them in programs. */
const LOADERS = [
  '/lib64/ld-linux-x86-64.so.2',
  '/lib/ld-linux-aarch64.so.1',
  '/lib/ld-musl-x86_64.so.1',
  '/lib/ld-musl-aarch64.so.1',
];

function describeBase(image: ImageConfig, rootfs: Rootfs): BaseImage {
  const {packages, ...inspection} = inspectRootfs(image, rootfs);
  return {
    ...inspection,
    packages: Object.keys(packages).length,
    loaders: LOADERS.filter((file) => rootfs.get(file)?.type === 'file'),
    users: usersOf(rootfs.text('/etc/passwd') ?? ''),
  };
}

function usersOf(passwd: string): Record<string, number> {
  const entries = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length === 7)
    .map(([name = '', , uid]) => [name, Number(uid)] as const);
  return Object.fromEntries(entries);
}

async function readArchive(
  archive: string,
): Promise<{texts: Map<string, string>; layers: Map<string, Rootfs>}> {
  const texts = new Map<string, string>();
  const layers = new Map<string, Rootfs>();
  const unpack = extract();
  const pump = pipeline(createReadStream(archive), unpack);
  // A broken archive ends the loop below first; the rejection is met at the end.
  pump.catch(() => undefined);
  for await (const file of unpack) {
    const content = file as AsyncIterable<Buffer>;
    const {name} = file.header;
    if (name.endsWith('.tar')) layers.set(name, (await readRootfs(content, {keep: isInspected})).rootfs);
    else texts.set(name, (await buffer(content)).toString('utf8'));
  }
  await pump;
  return {texts, layers};
}
