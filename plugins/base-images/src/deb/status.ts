/**
 * Reads dpkg's database: package name to version, of those that are installed. Distroless images have a file for each
 * package, which does not say that it is.
 */
export function installedPackages(status: string): Record<string, string> {
  const versions = status.split(/\n\n+/).flatMap((stanza): [string, string][] => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1];
    const [name, version] = [field('Package'), field('Version')];
    const installed = field('Status')?.endsWith(' installed') ?? true;
    return installed && name !== undefined && version !== undefined ? [[name, version]] : [];
  });
  return Object.fromEntries(versions);
}
