/**
 * @param seconds - A measured duration
 * @returns Two significant digits below ten seconds, whole seconds above: "0.05 s", "2.1 s", "31 s"
 */
export function formatSeconds(seconds: number): string {
  if (seconds < 0.01) return 'under 0.01 s';
  if (seconds < 0.995) return `${seconds.toFixed(2).replace(/0$/, '')} s`;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : `${seconds.toFixed(0)} s`;
}

/**
 * @param seconds - As a program printed them, rounded down to half a second
 * @returns "under 0.5 s", "5 s", "10.5 s"
 */
export function formatLookupSeconds(seconds: number): string {
  return seconds === 0 ? 'under 0.5 s' : `${seconds} s`;
}
