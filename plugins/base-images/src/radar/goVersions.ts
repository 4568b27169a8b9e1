import {compareVersions} from './compareVersions';

/**
 * The newest release of each line of Go, in what `go list -m -versions golang.org/toolchain` prints. Candidates for a
 * release are none. Pure.
 */
export function newestOfLines(
  versions: string,
  lines: readonly string[],
  architecture: string,
): Map<string, string> {
  const releases = versions.split(/\s+/).flatMap((version) => {
    const [, release, of] = /^v0\.0\.1-go(\d+(?:\.\d+)*)\.linux-(\w+)$/.exec(version) ?? [];
    return release !== undefined && of === architecture ? [release] : [];
  });
  const found = new Map<string, string>();
  for (const line of lines) {
    const newest = releases
      .filter((release) => release === line || release.startsWith(`${line}.`))
      .sort(compareVersions)
      .at(-1);
    if (newest !== undefined) found.set(line, newest);
  }
  return found;
}
