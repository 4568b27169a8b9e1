import {Readable} from 'node:stream';
import {gunzipSync} from 'node:zlib';
import {fetchByEnvironment} from '../machine/fetchByEnvironment';
import type {Workshop} from '../make/workshop';
import {readTar} from '../tree/readTar';
import {bytesOf} from '../tree/tree';

const MIRROR = 'https://dl-cdn.alpinelinux.org/alpine';
const REPOSITORIES = ['main', 'community'];
const ASK_MS = 60_000;

/** The newest versions of all packages of a release, from the index that `apk` reads on Alpine itself. */
export async function alpineVersions(
  release: string,
  {platform, signal}: Pick<Workshop, 'platform' | 'signal'>,
  mirror = MIRROR,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const repository of REPOSITORIES) {
    const url = `${mirror}/v${release}/${repository}/${platform.alpine}/APKINDEX.tar.gz`;
    const answer = await fetchByEnvironment(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]),
    });
    if (!answer.ok) throw new Error(`${url}: answers with status ${answer.status}`);
    const tree = await readTar(Readable.from(gunzipSync(await answer.arrayBuffer())));
    for (const [name, version] of parseApkIndex(bytesOf(tree, 'APKINDEX').toString('utf8')))
      if (!found.has(name)) found.set(name, version);
  }
  return found;
}

/** Reads the text of an APKINDEX: a stanza a package, with `P:` its name and `V:` its version. Pure. */
export function parseApkIndex(text: string): [name: string, version: string][] {
  return text.split('\n\n').flatMap((stanza): [string, string][] => {
    const field = (letter: string) => new RegExp(`^${letter}:(.*)$`, 'm').exec(stanza)?.[1];
    const [name, version] = [field('P'), field('V')];
    return name === undefined || version === undefined ? [] : [[name, version]];
  });
}
