/** What the facts of an inspection are read with, as a page says it beside them. */
export const READ_WITH: readonly (readonly [facts: string, how: string])[] = [
  ['Layers, user, entrypoint, command, working directory', 'docker image inspect or podman image inspect'],
  [
    'Files and all that is read from them: sizes, operating system, C library, packages, certificates, time zones, nsswitch.conf, shell, /tmp',
    'docker export or podman export of a container that never ran',
  ],
  ['Linkage, interpreter, needed libraries, GLIBC versions', 'readelf -W -h -l -d -V (GNU binutils)'],
  ['Go version and build settings', 'go version -m'],
];
