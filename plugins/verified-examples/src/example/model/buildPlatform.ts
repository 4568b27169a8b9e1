import type {Variant} from './manifest';

/**
 * The arguments of a variant's build. Where it says which platform builds, the two that BuildKit would otherwise set from
 * the machine stand first (Dockerfile reference, "Automatic platform ARGs in the global scope").
 */
export function buildArgsOf({
  buildArgs,
  buildPlatform,
}: Pick<Variant, 'buildArgs' | 'buildPlatform'>): Record<string, string> {
  if (buildPlatform === undefined) return buildArgs;
  const [, architecture = ''] = buildPlatform.split('/');
  return {BUILDPLATFORM: buildPlatform, BUILDARCH: architecture, ...buildArgs};
}
