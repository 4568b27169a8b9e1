const UNITS = ['kB', 'MB', 'GB'] as const;

/**
 * @param bytes - Size in bytes
 * @returns Decimal units, as `docker images` prints them, with two significant digits below ten: "812 B", "9.1 MB", "142 MB"
 */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = -1;
  // 999.5 would be rounded to "1000": it belongs to the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${UNITS[unit] ?? 'kB'}`;
}
