import {EPOCH} from '../tree/tree';
import type {ConfigRecipe} from '../recipe/types';
import type {Platform} from '../recipe/platform';

/** The image config (OCI image-spec, config.md) as text; its digest is the image id. */
export function imageConfig(config: ConfigRecipe, platform: Platform, diffIds: readonly string[]): string {
  const created = new Date(EPOCH * 1000).toISOString();
  const optional = <T>(name: string, value: readonly T[]) => (value.length > 0 ? {[name]: value} : {});
  return JSON.stringify({
    architecture: platform.go,
    os: 'linux',
    created,
    config: {
      Env: config.env,
      ...(config.user !== '' && {User: config.user}),
      ...(config.workdir !== '' && {WorkingDir: config.workdir}),
      ...optional('Entrypoint', config.entrypoint),
      ...optional('Cmd', config.cmd),
    },
    rootfs: {type: 'layers', diff_ids: diffIds},
    history: diffIds.map(() => ({created, created_by: 'rebuilt from packages'})),
  });
}
