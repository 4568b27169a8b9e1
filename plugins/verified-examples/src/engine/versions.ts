/** The first number group of a version text such as "26.1.5+dfsg1", "v0.13.1" or "podman version 4.3.1". */
function parseVersion(text: string): readonly number[] {
  const match = /\d+(?:\.\d+)*/.exec(text);
  return match === null ? [] : match[0].split('.').map(Number);
}

/** Whether a version is at least another; missing parts count as zero, a text without a version as none. */
export function atLeast(text: string, wanted: readonly number[]): boolean {
  const version = parseVersion(text);
  if (version.length === 0) {
    return false;
  }
  const length = Math.max(version.length, wanted.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (version[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
