/** Where the compiler lives in the image: nothing there is found by a loader or a compiler that is not ours. */
export const GCC_HOME = '/usr/libexec/gcc-14';

/**
 * Makes Debian's gcc compile for musl: the loader is musl's (-mmusl), start files and libc come from musl-dev in
 * /usr/lib, and only the static libgcc is used, since the shared one needs glibc. The linker plugin serves LTO only. On
 * arm64 that libgcc's atomics ask glibc (`__getauxval`) what the processor has, so they are not called.
 */
export function muslSpecs(platform: string): string {
  const atomics = platform === 'linux/arm64' ? ' -mno-outline-atomics' : '';
  return `*self_spec:
-mmusl -fno-use-linker-plugin${atomics}

*libgcc:
-lgcc -lgcc_eh

`;
}

/** The driver finds its own directories through the name it is called by, so that name is given to it. */
export const GCC_WRAPPER = `#!/bin/sh
exec ${GCC_HOME}/glibc/@LOADER@ --library-path ${GCC_HOME}/glibc --argv0 @NAME@ @PROGRAM@ "$@"
`;

export const BINUTILS_WRAPPER = `#!/bin/sh
exec ${GCC_HOME}/glibc/@LOADER@ --library-path ${GCC_HOME}/glibc @PROGRAM@ "$@"
`;
