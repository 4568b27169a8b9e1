import {pack, type Pack} from 'tar-stream';
import {sha256} from '../digest';
import {EPOCH} from '../tree/tree';
import {addStream, writeHashed, type WrittenTar} from '../tree/writeTar';

export interface ArchiveLayer {
  /** Diff id. */
  digest: string;
  /** Bytes. */
  size: number;
  /** Path of the uncompressed tar. */
  tar: string;
}

/**
 * Writes the docker-archive format (manifest.json, the config, one tar a layer), which both `docker load` and
 * `podman load` read. Returns digest and size of the archive. Equal input gives equal bytes.
 */
export async function writeArchive(
  destination: string,
  ref: string,
  config: string,
  layers: readonly ArchiveLayer[],
): Promise<WrittenTar> {
  const configName = `${sha256(config).slice('sha256:'.length)}.json`;
  const manifest = [{Config: configName, RepoTags: [ref], Layers: layers.map(layerName)}];
  const archive = pack();
  const [written] = await Promise.all([
    writeHashed(archive, destination),
    feed(
      archive,
      [
        [configName, config],
        ['manifest.json', JSON.stringify(manifest)],
      ],
      layers,
    ).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }),
  ]);
  return written;
}

async function feed(
  archive: Pack,
  texts: readonly (readonly [string, string])[],
  layers: readonly ArchiveLayer[],
): Promise<void> {
  const mtime = new Date(EPOCH * 1000);
  for (const [name, text] of texts) archive.entry({name, mtime}, text);
  const distinct = new Map(layers.map((layer) => [layer.digest, layer]));
  for (const layer of distinct.values()) {
    await addStream(archive, {type: 'file', name: layerName(layer), size: layer.size, mtime}, layer.tar);
  }
  archive.finalize();
}

function layerName({digest}: ArchiveLayer): string {
  return `${digest.slice('sha256:'.length)}/layer.tar`;
}
