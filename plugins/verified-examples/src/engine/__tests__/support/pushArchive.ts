import {createReadStream} from 'node:fs';
import {buffer} from 'node:stream/consumers';
import {extract, pack} from 'tar-stream';
import * as z from 'zod';
import {sha256} from '../../../../../base-images/src/digest';

const Manifest = z.tuple([z.object({Config: z.string(), Layers: z.array(z.string())})]);
const Config = z.looseObject({
  rootfs: z.object({type: z.literal('layers'), diff_ids: z.array(z.string())}),
  history: z.array(z.unknown()),
});

const OCI = 'application/vnd.oci.image';

export interface Push {
  /** host:port of a registry that speaks plain HTTP. */
  host: string;
  /** `library/alpine:3.23`, for example. */
  name: string;
  /** Content of one more file, /marker, in a layer of its own: an image that is like the other and has another digest. */
  marker?: Buffer | undefined;
}

interface Blob {
  digest: string;
  size: number;
}

/**
 * Pushes a docker-archive as the distribution spec says, layers uncompressed: no engine takes part, so none has the image
 * already when it is to pull it.
 *
 * @returns The digest that the tag has then
 */
export async function pushArchive(archive: string, {host, name, marker}: Push): Promise<string> {
  const [repository = '', tag = ''] = name.split(':');
  const base = `http://${host}/v2/${repository}`;
  const files = new Map<string, Blob>();
  const texts = new Map<string, string>();
  const entries = createReadStream(archive).pipe(extract());
  for await (const entry of entries) {
    const bytes = await buffer(entry);
    if (entry.header.name.endsWith('.json')) texts.set(entry.header.name, bytes.toString('utf8'));
    else files.set(entry.header.name, await pushBlob(base, bytes));
  }
  const [{Config: configName, Layers}] = Manifest.parse(JSON.parse(texts.get('manifest.json') ?? ''));
  const config = Config.parse(JSON.parse(texts.get(configName) ?? ''));
  const layers = Layers.map((layer) => files.get(layer));
  if (marker !== undefined) {
    const layer = await pushBlob(base, await markerLayer(marker));
    layers.push(layer);
    config.rootfs.diff_ids.push(layer.digest);
    config.history.push({created_by: 'marked'});
  }
  const manifest = {
    schemaVersion: 2,
    mediaType: `${OCI}.manifest.v1+json`,
    config: {
      mediaType: `${OCI}.config.v1+json`,
      ...(await pushBlob(base, Buffer.from(JSON.stringify(config)))),
    },
    layers: layers.map((layer) => ({mediaType: `${OCI}.layer.v1.tar`, ...layer})),
  };
  const body = JSON.stringify(manifest);
  await accepted(
    await fetch(`${base}/manifests/${tag}`, {
      method: 'PUT',
      headers: {'content-type': manifest.mediaType},
      body,
    }),
  );
  return sha256(Buffer.from(body));
}

async function pushBlob(base: string, bytes: Buffer): Promise<Blob> {
  const digest = sha256(bytes);
  const opened = await accepted(await fetch(`${base}/blobs/uploads/`, {method: 'POST'}));
  const url = new URL(opened.headers.get('location') ?? '', base);
  url.searchParams.set('digest', digest);
  await accepted(
    await fetch(url, {
      method: 'PUT',
      headers: {'content-type': 'application/octet-stream'},
      body: new Uint8Array(bytes),
    }),
  );
  return {digest, size: bytes.length};
}

async function markerLayer(content: Buffer): Promise<Buffer> {
  const layer = pack();
  layer.entry({name: 'marker', mtime: new Date(0)}, content);
  layer.finalize();
  return buffer(layer);
}

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
