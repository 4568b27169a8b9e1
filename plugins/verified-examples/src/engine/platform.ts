const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/**
 * Platform of an engine, which may be another machine than the one that asks: a virtual machine, or a remote host.
 *
 * @param os - As Go names it
 * @param architecture - As Go names it
 * @throws Error with the reason why an engine of that platform cannot be used
 */
export function enginePlatform(os: string, architecture: string): string {
  const platform = `${os}/${architecture}`;
  if (PLATFORMS.includes(platform)) return platform;
  if (os === 'windows') throw new Error('it runs Windows containers: switch it to Linux containers');
  throw new Error(`it is an engine of ${platform}; the examples need one of ${PLATFORMS.join(' or ')}`);
}

/** Platform of an engine on this machine, for those who ask before there is one. */
export const LOCAL_PLATFORM = enginePlatform('linux', process.arch === 'arm64' ? 'arm64' : 'amd64');
