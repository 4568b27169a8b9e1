import * as z from 'zod';

export const Platform = z.enum(['linux/amd64', 'linux/arm64']);

export type Platform = z.output<typeof Platform>;

/** Platforms that a variant is proved on; none for a variant that there is not. */
export function platformsOf(
  {
    variants,
    platforms,
  }: {platforms: Platform[]; variants: Record<string, {platforms?: Platform[] | undefined}>},
  variant: string,
): readonly Platform[] {
  const definition = variants[variant];
  return definition === undefined ? [] : (definition.platforms ?? platforms);
}

/** Whether a variant is proved on more than one platform: commands say the platform then. */
export function severalPlatforms(manifest: Parameters<typeof platformsOf>[0], variant: string): boolean {
  return platformsOf(manifest, variant).length > 1;
}
