import {hasImage, inspectImage} from '../image/images';
import type {Cli} from '../cli/cli';
import type {BuildRequest} from '../types';

/** Names of images that were made here; no registry has them. */
const OURS = 'localhost/';

/**
 * Bases of a build for another platform, those of this store by id. A named context hides FROM's `--platform` from
 * buildah (1.28, `prepare` in imagebuildah/stage_executor.go), which then looks every name up for the platform of the
 * result and asks a registry for what is of another; an id is taken as it is (`Pull` in libimage/pull.go).
 *
 * @param native - Platform of the engine, for which names do
 */
export async function localBases(
  cli: Cli,
  {bases, platform}: Pick<BuildRequest, 'bases' | 'platform'>,
  native: string,
): Promise<BuildRequest['bases']> {
  if (platform === native) return bases;
  const named = Object.entries(bases).map(async ([name, ref]) => {
    if (!ref.startsWith(OURS) || !(await hasImage(cli, ref))) return [name, ref] as const;
    const {id} = await inspectImage(cli, ref);
    return [name, id.replace(/^sha256:/, '')] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}
