import type {ImageConfig} from '../../engine/types';
import type {Inspection} from '../../proof/model/inspection';
import {packagesOf, PACKAGE_DATABASES} from './packages';
import type {Rootfs} from './rootfs';

/** Where Go looks for roots on Linux, in order (golang/go src/crypto/x509/root_linux.go, certFiles). */
const CERTIFICATE_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const SHELLS = ['/bin/sh', '/busybox/sh'];
const ZONES = '/usr/share/zoneinfo/';

const KEPT = /\/(passwd|nsswitch\.conf|os-release|libc\.so\.6|libc-2\.\d+\.so|ld-musl-[^/]+\.so\.1)$/;
const KEPT_CERTIFICATES =
  /\/(ca-certificates\.crt|ca-bundle\.(crt|pem)|cacert\.pem|tls-ca-bundle\.pem|cert\.pem)$/;
const KEPT_LIMIT = 16 * 1024 * 1024;

/** Whether {@link inspectRootfs} needs a file's content. */
export function isInspected(file: string, size: number): boolean {
  if (size > KEPT_LIMIT) return false;
  return KEPT.test(file) || KEPT_CERTIFICATES.test(file) || PACKAGE_DATABASES.test(file);
}

/** What an image is, without its program: from its config and its files. Pure. */
export function inspectRootfs(config: ImageConfig, rootfs: Rootfs): Omit<Inspection, 'binary'> {
  const caBundle = CERTIFICATE_BUNDLES.find((file) => rootfs.get(file)?.type === 'file') ?? null;
  const tmp = rootfs.get('/tmp');
  return {
    architecture: config.platform,
    size: sizeOf(rootfs),
    layers: config.layers,
    user: config.user,
    uid: uidOf(config.user, rootfs),
    entrypoint: config.entrypoint,
    cmd: config.cmd,
    workdir: config.workdir,
    os: osOf(rootfs),
    libc: libcOf(rootfs),
    caBundle,
    caRoots: caBundle === null ? 0 : count(rootfs.text(caBundle) ?? '', '-----BEGIN CERTIFICATE-----'),
    timeZones: zonesOf(rootfs),
    nsswitchHosts: hostsLine(rootfs.text('/etc/nsswitch.conf') ?? ''),
    shell: SHELLS.find((file) => rootfs.get(file)?.type === 'file') ?? null,
    tmp: tmp?.type === 'directory' && (tmp.mode & 0o002) !== 0,
    packages: packagesOf(rootfs),
  };
}

function sizeOf(rootfs: Rootfs): number {
  let size = 0;
  for (const entry of rootfs.entries.values()) if (entry.type === 'file') size += entry.size;
  return size;
}

function uidOf(user: string, rootfs: Rootfs): number | null {
  const [name = ''] = user.split(':');
  if (name === '') return 0;
  if (/^\d+$/.test(name)) return Number(name);
  const line = (rootfs.text('/etc/passwd') ?? '').split('\n').find((entry) => entry.startsWith(`${name}:`));
  const uid = line?.split(':')[2];
  return uid === undefined ? null : Number(uid);
}

/** White space in nsswitch.conf means nothing. */
function hostsLine(text: string): string | null {
  return /^hosts:.*$/m.exec(text)?.[0].trim().replace(/\s+/g, ' ') ?? null;
}

function osOf(rootfs: Rootfs): string | null {
  const release = rootfs.text('/etc/os-release') ?? rootfs.text('/usr/lib/os-release') ?? '';
  return /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(release)?.[1] ?? null;
}

/** glibc and musl both carry their version as text; a musl image has its loader by a fixed name. */
function libcOf(rootfs: Rootfs): Inspection['libc'] {
  for (const [file, entry] of rootfs.entries) {
    const text = entry.content;
    if (text === undefined) continue;
    if (/\/ld-musl-[^/]+\.so\.1$/.test(file)) {
      const version = /\0(\d\.\d{1,2}\.\d{1,2}(?:[_-][\w.+-]+)?)\0/.exec(text.toString('latin1'))?.[1];
      if (version !== undefined) return {kind: 'musl', version};
    }
    if (/\/libc(\.so\.6|-2\.\d+\.so)$/.test(file)) {
      const version = /GNU C Library \(.*?\) (?:stable|development) release version (\d+(?:\.\d+)+)/.exec(
        text.toString('latin1'),
      )?.[1];
      if (version !== undefined) return {kind: 'glibc', version};
    }
  }
  return null;
}

/** Compiled zones begin with TZif (RFC 9636); the `posix` and `right` trees repeat them. */
function zonesOf(rootfs: Rootfs): number {
  let zones = 0;
  for (const [file, entry] of rootfs.entries) {
    if (
      file.startsWith(ZONES) &&
      !/^(posix|right)\//.test(file.slice(ZONES.length)) &&
      isZone(rootfs, file, entry.type)
    )
      zones++;
  }
  return zones;
}

function isZone(rootfs: Rootfs, file: string, type: string): boolean {
  return (type === 'file' || type === 'symlink') && rootfs.get(file)?.magic === 'TZif';
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
