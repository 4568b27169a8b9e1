import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {makeRunFolder} from '../runFolders';

/**
 * Files both engines would make up from the machine they run on: Docker copies its name servers, Podman its hosts file. A
 * proof must not depend on that, so every container gets these unless a request brings its own. The hosts file is the one
 * Docker writes; the name server is where a resolver without resolv.conf would ask too, see resolv.conf(5).
 */
const FILES: Readonly<Record<string, string>> = {
  '/etc/hosts': [
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    'fe00::\tip6-localnet',
    'ff00::\tip6-mcastprefix',
    'ff02::1\tip6-allnodes',
    'ff02::2\tip6-allrouters',
    '',
  ].join('\n'),
  '/etc/resolv.conf': 'nameserver 127.0.0.1\n',
};

export interface DefaultFiles {
  /** Where they are; whatever runs a container may leave files here. */
  directory: string;
  /** Path in the container to path on this machine. */
  mounts: Readonly<Record<string, string>>;
  remove: () => void;
  /** Shell text that removes them, for the watchdog. */
  removal: string;
}

/** Writes the files into a directory of their own. */
export function writeDefaultFiles(): DefaultFiles {
  const directory = makeRunFolder();
  const mounts = Object.fromEntries(
    Object.entries(FILES).map(([target, text]) => {
      const path = join(directory, target.slice('/etc/'.length));
      writeFileSync(path, text, {mode: 0o644});
      return [target, path];
    }),
  );
  return {
    directory,
    mounts,
    removal: `rm -rf '${directory}'`,
    remove: () => {
      rmSync(directory, {recursive: true, force: true});
    },
  };
}
