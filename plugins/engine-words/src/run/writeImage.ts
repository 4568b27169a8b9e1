import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {imageConfig} from '../../../base-images/src/archive/config';
import {writeArchive} from '../../../base-images/src/archive/writeArchive';
import type {Workshop} from '../../../base-images/src/make/workshop';
import type {ConfigRecipe} from '../../../base-images/src/recipe/types';
import {directory, EPOCH, file, merge, type Node, type Tree} from '../../../base-images/src/tree/tree';
import {writeTar} from '../../../base-images/src/tree/writeTar';
import type {FileSpec, ImageSpec, Program} from '../imageSpec';

const EVERYWHERE: Tree = new Map([
  ['etc/passwd', file('root:x:0:0:root:/root:/sbin/nologin\n')],
  ['etc/group', file('root:x:0:\n')],
  ['tmp', directory({mode: 0o1777})],
  ['data', directory()],
]);

interface Sources {
  programs: Readonly<Record<Program, string>>;
  /** Root of bookworm, see roots.ts. */
  root: string;
}

/** Writes an archive that every engine loads; its name is that of the image. */
export async function writeImage(
  spec: ImageSpec,
  sources: Sources,
  folder: string,
  {platform}: Pick<Workshop, 'platform'>,
): Promise<void> {
  const nodes = await Promise.all(
    Object.entries(spec.files).map(async ([path, one]) => [path, await nodeOf(one, sources)] as const),
  );
  const tar = join(folder, `${spec.name}.layer`);
  const layer = {...(await writeTar(merge(EVERYWHERE, new Map(nodes)), tar)), tar};
  const config = imageConfig(configOf(spec), platform, [layer.digest]);
  await writeArchive(join(folder, `${spec.name}.tar`), `${spec.name}:latest`, config, [layer]);
}

function configOf({entrypoint = [], cmd = [], user = ''}: ImageSpec): ConfigRecipe {
  // Without traces of goroutines, which differ from run to run.
  return {env: ['PATH=/usr/bin:/bin', 'GOTRACEBACK=none'], user, workdir: '', entrypoint, cmd};
}

async function nodeOf(spec: FileSpec, {programs, root}: Sources): Promise<Node> {
  if ('directory' in spec) return directory();
  if ('text' in spec) return file(spec.text, {mode: spec.mode});
  const at = 'program' in spec ? programs[spec.program] : join(root, spec.packaged);
  const mode = 'program' in spec ? (spec.mode ?? 0o755) : 0o755;
  const {size} = await stat(at);
  return {type: 'file', mode, uid: 0, gid: 0, mtime: EPOCH, content: {file: at, size}};
}
