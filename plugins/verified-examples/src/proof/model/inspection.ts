import * as z from 'zod';

/** The program in the image: what `readelf` and `go version -m` say of it. */
export const Binary = z.strictObject({
  path: z.string(),
  size: z.int().describe('bytes'),
  sha256: z.string(),
  reproducible: z
    .boolean()
    .nullable()
    .describe('A second clean build gave the same SHA-256; null: not tried'),
  architecture: z.string().describe('ELF machine in the words of readelf'),
  linkage: z.enum(['static', 'static-pie', 'dynamic']),
  interpreter: z.string().nullable(),
  needed: z.array(z.string()),
  glibcRequired: z.string().nullable().describe('Highest GLIBC_x.y symbol version, without the prefix'),
  go: z.strictObject({
    version: z.string().describe('for example go1.27.4'),
    settings: z.record(z.string(), z.string()).describe('Build settings of the build info'),
  }),
});

export const Inspection = z.strictObject({
  architecture: z.string().describe('linux/amd64'),
  size: z.int().describe('bytes of all regular files in the root file system'),
  layers: z.int(),
  user: z.string().describe('as in the image config; empty is root'),
  uid: z.int().nullable().describe('number of that user; null: not to be told from the image'),
  entrypoint: z.array(z.string()),
  cmd: z.array(z.string()),
  workdir: z.string(),
  os: z.string().nullable().describe('PRETTY_NAME of os-release'),
  libc: z.strictObject({kind: z.enum(['glibc', 'musl']), version: z.string()}).nullable(),
  caBundle: z
    .string()
    .nullable()
    .describe('first of the paths of Go src/crypto/x509/root_linux.go that exists'),
  caRoots: z.int().describe('certificates in that bundle'),
  timeZones: z.int().describe('zones under /usr/share/zoneinfo; 0: none'),
  nsswitchHosts: z
    .string()
    .nullable()
    .describe('the hosts line of nsswitch.conf, single-spaced; null: no file or no line'),
  shell: z.string().nullable().describe('first of /bin/sh, /busybox/sh that exists'),
  tmp: z.boolean().describe('/tmp exists and is world-writable'),
  packages: z.record(z.string(), z.string()).describe('package database of the image: name to version'),
  binary: Binary.nullable(),
});

export type Binary = z.output<typeof Binary>;
export type Inspection = z.output<typeof Inspection>;
