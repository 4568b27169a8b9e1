import type {Manifest, Platform} from './manifest';

/** Platforms that a variant is proved on; none for a variant that there is not. */
export function platformsOf(
  {variants, platforms}: Pick<Manifest, 'variants' | 'platforms'>,
  variant: string,
): readonly Platform[] {
  const definition = variants[variant];
  return definition === undefined ? [] : (definition.platforms ?? platforms);
}
