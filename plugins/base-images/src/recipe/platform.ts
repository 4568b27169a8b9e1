/** One processor architecture under the names its packagers use. */
export interface Platform {
  name: string;
  /** GOARCH and the architecture of an image config. */
  go: string;
  debian: string;
  alpine: string;
  /** Debian's multiarch triplet. */
  triplet: string;
  muslLoader: string;
  glibcLoader: string;
}

const PLATFORMS: readonly Platform[] = [
  {
    name: 'linux/amd64',
    go: 'amd64',
    debian: 'amd64',
    alpine: 'x86_64',
    triplet: 'x86_64-linux-gnu',
    muslLoader: 'ld-musl-x86_64.so.1',
    glibcLoader: 'ld-linux-x86-64.so.2',
  },
  {
    name: 'linux/arm64',
    go: 'arm64',
    debian: 'arm64',
    alpine: 'aarch64',
    triplet: 'aarch64-linux-gnu',
    muslLoader: 'ld-musl-aarch64.so.1',
    glibcLoader: 'ld-linux-aarch64.so.1',
  },
];

/** What a machine that rebuilds runs itself: Alpine's apk, and every builder, which cross-compiles for the others. */
export const TOOLS_PLATFORM = 'linux/amd64';

/** Throws if no base can be rebuilt for it. */
export function platformOf(name: string): Platform {
  const platform = PLATFORMS.find((candidate) => candidate.name === name);
  if (platform) return platform;
  const known = PLATFORMS.map((candidate) => candidate.name).join(', ');
  throw new Error(`platform ${name}: no base can be rebuilt for it; expected one of ${known}`);
}
