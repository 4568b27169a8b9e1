import * as z from 'zod';

export const Platform = z.enum(['linux/amd64', 'linux/arm64']);

export type Platform = z.output<typeof Platform>;

interface Variants {
  platforms: Platform[];
  variants: Record<string, {platforms?: Platform[] | undefined; buildPlatform?: Platform | undefined}>;
}

/** Platforms that a variant is proved on; none for a variant that there is not. */
export function platformsOf({variants, platforms}: Variants, variant: string): readonly Platform[] {
  const definition = variants[variant];
  return definition === undefined ? [] : (definition.platforms ?? platforms);
}

/**
 * Whether the commands of a variant say the platform: it is proved on another one than most machines are, or on several, or
 * built on another.
 */
export function saysPlatform(manifest: Variants, variant: string): boolean {
  const {buildPlatform} = manifest.variants[variant] ?? {};
  return buildPlatform !== undefined || platformsOf(manifest, variant).some((one) => one !== 'linux/amd64');
}

/** Ids of the variants that are proved on a platform. */
export function variantsOn(manifest: Variants, platform: string): string[] {
  return Object.keys(manifest.variants).filter((variant) =>
    platformsOf(manifest, variant).some((one) => one === platform),
  );
}
