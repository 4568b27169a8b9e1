/** How a program of ours is built; `machine` is for a processor that no machine here has. */
export type Program = 'static' | 'glibc' | 'machine';

export type FileSpec =
  {program: Program; mode?: number} | {text: string; mode: number} | {directory: true} | {packaged: string};

/** An image that a case runs, by what is in it. */
export interface ImageSpec {
  name: string;
  files: Readonly<Record<string, FileSpec>>;
  entrypoint?: readonly string[];
  cmd?: readonly string[];
  user?: string;
}

/** BusyBox needs no library; dash and C library are bookworm's, so that glibc makes the calls. */
export const SHELL: ImageSpec['files'] = {'bin/sh': {packaged: 'usr/bin/busybox'}};
export const DASH: ImageSpec['files'] = {'bin/sh': {packaged: 'usr/bin/dash'}};
export const GLIBC: ImageSpec['files'] = {
  'lib64/ld-linux-x86-64.so.2': {packaged: 'usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2'},
  'lib/x86_64-linux-gnu/libc.so.6': {packaged: 'usr/lib/x86_64-linux-gnu/libc.so.6'},
};
