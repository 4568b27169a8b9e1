import * as z from 'zod';
import {parseInspected} from '../cli/inspected';
import type {ImageConfig} from '../types';

const list = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

const Inspected = z.object({
  Id: z.string(),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().default(''),
  RootFS: z.object({Layers: list}),
  Config: z.object({
    User: z.string().default(''),
    Entrypoint: list,
    Cmd: list,
    WorkingDir: z.string().default(''),
    Env: list,
  }),
});

/** Reads what `image inspect --format '{{json .}}'` prints, of both engines: Podman leaves empty fields out. */
export function parseImageConfig(json: string): ImageConfig {
  const image = Inspected.parse(parseInspected(json));
  const {Config: config} = image;
  return {
    id: image.Id.startsWith('sha256:') ? image.Id : `sha256:${image.Id}`,
    platform: platform(image),
    layers: image.RootFS.Layers.length,
    user: config.User,
    entrypoint: config.Entrypoint,
    cmd: config.Cmd,
    workdir: config.WorkingDir,
    env: config.Env,
  };
}

/** `v8` is what arm64 means, see the OCI image spec's platform table; everybody writes linux/arm64. */
function platform({Os, Architecture, Variant}: z.infer<typeof Inspected>): string {
  const implied = Variant === '' || (Architecture === 'arm64' && Variant === 'v8');
  return [Os, Architecture, ...(implied ? [] : [Variant])].join('/');
}
