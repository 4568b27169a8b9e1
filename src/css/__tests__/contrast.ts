/**
 * Contrast ratio of two colours, as WCAG 2.2 defines it.
 *
 * @param one - #rgb or #rrggbb
 * @param other - Likewise
 * @returns From 1 (no difference) to 21 (black on white)
 */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`"${colour}" is no colour: expected #rgb or #rrggbb`);
  const width = hex.length / 3;
  return [0, 1, 2].map((channel) => {
    const digits = hex.slice(channel * width, (channel + 1) * width);
    return Number.parseInt(width === 1 ? digits + digits : digits, 16) / 255;
  });
}
